using Dockstage.Core.Features;

namespace Dockstage.Core.Tests.Features;

public sealed class FoldingTests
{
    [Fact]
    public void Stages_heredocs_comments_and_continued_instructions_fold() => Folds("""
        # one
        # two
        ARG A=1
        FROM golang \
          AS develop
        RUN a && \
          # a comment inside
          b
        RUN <<EOF
        echo
        EOF
        # alone

        # about
        # release
        FROM alpine
        COPY . .

        """,
        "0-1 Comments", "3-10 Stage", "5-7 Instruction", "8-10 Instruction", "13-14 Comments", "15-16 Stage");

    [Fact]
    public void Each_of_several_heredocs_folds() => Folds("""
        FROM a
        RUN \
          <<A <<B
        a
        A
        b
        B
        """,
        "0-6 Stage", "1-6 Instruction", "2-4 Heredoc", "5-6 Heredoc");

    [Fact]
    public void A_heredoc_without_end_does_not_fold_and_one_line_never_does() => Folds("FROM a AS b\nFROM c", []);

    [Fact]
    public void A_compose_file_is_left_to_others() => Folds("//- compose.yaml\nservices:\n  web:\n    build: .\n", []);

    private static void Folds(string text, params string[] expected)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = new MarkedWorkspace(text, lineEnd);
            var folds = Folding.Of(workspace.Snapshot, workspace.Files[0].Path);
            Assert.Equal(expected, folds.Select(fold => $"{fold.StartLine}-{fold.EndLine} {fold.Kind}"));
        }
    }
}
