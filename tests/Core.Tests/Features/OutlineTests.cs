using System.Text;
using Dockstage.Core.Features;
using Dockstage.Core.Messages;

namespace Dockstage.Core.Tests.Features;

public sealed class OutlineTests
{
    [Fact]
    public void Stages_hold_their_instructions() => Shows("""
        # syntax=docker/dockerfile:1
        ARG GO=1.22
        FROM golang:${GO} AS Develop
        ENV A=b
        COPY --from=tools /a \
          /b

        # release is small
        FROM scratch
        COPY <<EOF /x
        FROM nothing AS heredoc
        EOF
        """, """
        Variable ARG | GO=1.22 | ARG GO=1.22
        Stage develop | golang:1.22 | FROM golang:${GO} AS Develop … /b
          Variable ENV | A=b | ENV A=b
          Instruction COPY | --from=tools /a /b | COPY --from=tools /a \ … /b
        Stage stage 1 (unnamed) | scratch | FROM scratch … EOF
          Instruction COPY | <<EOF /x | COPY <<EOF /x … EOF
        """);

    [Fact]
    public void Half_written_text_is_shown_as_far_as_it_makes_sense() => Shows("""
        FROM
        RU
        FROM a AS
        """, """
        Stage stage 0 (unnamed) | ? | FROM … RU
          Instruction RU |  | RU
        Stage stage 1 (unnamed) | a | FROM a AS
        """);

    [Fact]
    public void Long_arguments_are_cut()
    {
        var workspace = new MarkedWorkspace("FROM a\nRUN " + new string('x', 500));
        var run = Outline.Of(workspace.Snapshot, workspace.Files[0].Path, Language.English)[0].Children[0];
        Assert.Equal(new string('x', 80) + "…", run.Detail);
    }

    [Fact]
    public void A_character_of_two_units_is_not_cut_in_half()
    {
        var workspace = new MarkedWorkspace("FROM a\nRUN " + new string('x', 79) + "😀y");
        var run = Outline.Of(workspace.Snapshot, workspace.Files[0].Path, Language.English)[0].Children[0];
        Assert.Equal(new string('x', 79) + "…", run.Detail);
    }

    [Fact]
    public void A_compose_file_is_left_to_others()
    {
        var workspace = new MarkedWorkspace("//- compose.yaml\nservices: {web: {build: .}}");
        Assert.Empty(Outline.Of(workspace.Snapshot, workspace["compose.yaml"].Path, Language.English));
    }

    private static void Shows(string text, string expected)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = new MarkedWorkspace(text, lineEnd);
            var file = workspace.Files[0];
            var shown = new StringBuilder();
            foreach (var item in Outline.Of(workspace.Snapshot, file.Path, Language.English))
                Show(shown, file.Text, item, "");
            Assert.Equal(expected.ReplaceLineEndings("\n") + "\n", shown.ToString());
        }
    }

    private static void Show(StringBuilder shown, string text, OutlineItem item, string indent)
    {
        Assert.True(item.Span.Contains(item.Selection));
        Assert.All(item.Children, child => Assert.True(item.Span.Contains(child.Span)));
        var lines = text.Substring(item.Span.Start, item.Span.Length).ReplaceLineEndings("\n").Split('\n');
        var place = lines.Length == 1 ? lines[0] : $"{lines[0]} … {lines[^1].Trim()}";
        shown.Append(indent).Append(item.Kind).Append(' ').Append(item.Name).Append(" | ").Append(item.Detail).Append(" | ").Append(place).Append('\n');
        foreach (var child in item.Children)
            Show(shown, text, child, indent + "  ");
    }
}
