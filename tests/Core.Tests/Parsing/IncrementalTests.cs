using System.Text;
using CsCheck;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Tests.Semantics;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Parsing;

/// <summary>Reading after an edit gives what reading afresh gives, and reads again only what the edit has touched.</summary>
public sealed class IncrementalTests
{
    /// <summary>What is typed, pasted or inserted; most of it changes how something else is split.</summary>
    private static readonly string[] Inserts =
    [
        "x", " ", "\n", "\r\n", "\r", "\\", "\\\n", "`", "\"", "'", "#", "# c\n", "#\n", "\n\n", "<<EOF", "<<EOF\n", "EOF\n",
        "\nEOF\n", "<<-X y\n", "X\n",
        "# escape=`\n", "# escape=\\\n", "# syntax=x\n", "# check=skip=all\n", "#!/bin/sh\n", "\uFEFF", "ARG BASE=build\n", "FROM build\n",
        "FROM x AS build\n", "FROM x AS build", " AS ", "COPY --from=build . .\n", "RUN --mount=from=build,target=/x make\n",
        "RUN <<EOF\nFROM no\nEOF\n", "ONBUILD COPY --from=0 . .\n", "FROM $BASE\n", "# build does it\n", "--from=", "😀", "\uD800",
    ];

    public static TheoryData<string> Fixtures => DockerfileFixtures.Names;

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Insertions_everywhere_are_read_as_if_afresh(string name)
    {
        foreach (var text in FormsOf(name))
        {
            var model = Model.Of(text);
            for (var at = 0; at <= text.Length; at += 2)
                Check(model, new TextEdit(TextSpan.At(at), Inserts[at % Inserts.Length]));
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Every_line_removed_doubled_or_emptied_is_read_as_if_afresh(string name)
    {
        foreach (var text in FormsOf(name))
        {
            var model = Model.Of(text);
            for (var start = 0; start < text.Length;)
            {
                var next = text.IndexOf('\n', start) is >= 0 and var end ? end + 1 : text.Length;
                var line = TextSpan.Between(start, next);
                Check(model, new TextEdit(line, ""));
                Check(model, new TextEdit(TextSpan.At(start), text[start..next]));
                Check(model, new TextEdit(line, "\n"));
                Check(model, new TextEdit(TextSpan.Between(start, text.Length), ""));
                Check(model, new TextEdit(TextSpan.Between(0, start), ""));
                start = next;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Many_edits_in_a_row_are_read_as_if_afresh(string name)
    {
        var edits = Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 60], Gen.Int[-20, Inserts.Length - 1]).Array[1, 12];
        edits.Sample(
            row =>
            {
                var model = Model.Of(DockerfileFixtures.Read(name));
                foreach (var (place, length, insert) in row)
                {
                    var start = place % (model.Text.Length + 1);
                    var span = new TextSpan(start, insert % 3 == 0 ? Math.Min(length, model.Text.Length - start) : 0);
                    model = Check(model, new TextEdit(span, insert < 0 ? "" : Inserts[insert]));
                }
            },
            iter: 40);
    }

    [Theory]
    [InlineData("RUN <<EOF\nFROM a\nFROM b\n", "EOF\n")]
    [InlineData("RUN <<A <<B\nA\nFROM a\nRUN <<C\nFROM b\n", "C\n")]
    [InlineData("RUN <<A <<B\nA\nFROM a\nRUN <<C\nFROM b\n", "B\n")]
    [InlineData("RUN <<A\nRUN <<B\nFROM b\nRUN x \\\n", "B\nA")]
    public void A_closing_line_reaches_up_to_its_opener(string text, string closer) =>
        Check(Model.Of(text), new TextEdit(TextSpan.At(text.Length), closer));

    [Fact]
    public void Only_the_touched_instruction_is_read_again()
    {
        var before = Model.Of("ARG V\nFROM a AS x\nRUN b\nFROM x AS y\nCOPY --from=x . .\nRUN c\n\nFROM y AS z\nRUN d\n");
        var at = before.Text.ToString().IndexOf("=x .", StringComparison.Ordinal) + 1;
        var after = Check(before, new TextEdit(TextSpan.At(at), "y"));
        Assert.Equal(["COPY --from=yx . .\n"], NewItems(before, after));
        Assert.Same(before.Stages[0], after.Stages[0]);
        Assert.Same(before.Stages[0], ((StageBase.OnStage)after.Stages[1].Base).Stage);
    }

    [Fact]
    public void An_unclosed_heredoc_spares_what_is_above_and_below_the_edit()
    {
        var before = Model.Of("FROM a\nRUN <<EOF\nRUN b\nRUN c\nRUN d\n");
        var after = Check(before, new TextEdit(TextSpan.At(before.Text.Length - 8), "x"));
        Assert.Equal(["RUN <<EOF\n", "RUN xc\n"], NewItems(before, after));
    }

    [Fact]
    public void A_model_of_another_text_does_no_harm()
    {
        var names = DockerfileFixtures.Names.Select(row => row.Data).ToList();
        foreach (var (first, second) in names.Zip(names.Skip(1)))
        {
            var text = SourceText.From(DockerfileFixtures.Read(second));
            Assert.Equal(Dump(DockerfileModel.Parse(text)), Dump(DockerfileModel.Parse(text, Model.Of(DockerfileFixtures.Read(first)))));
        }
    }

    private static IEnumerable<string> FormsOf(string name)
    {
        var text = DockerfileFixtures.Read(name);
        yield return text.ReplaceLineEndings("\n");
        yield return text.ReplaceLineEndings("\r\n");
    }

    private static IEnumerable<string> NewItems(DockerfileModel before, DockerfileModel after) =>
        after.Syntax.Items.Where(item => !before.Syntax.Items.Any(old => ReferenceEquals(old, item))).Select(item => item.Text);

    private static DockerfileModel Check(DockerfileModel before, TextEdit edit)
    {
        var text = before.Text.With(edit);
        var after = DockerfileModel.Parse(text, before);
        var fresh = DockerfileModel.Parse(SourceText.From(text.ToString()));
        var expected = Dump(fresh);
        if (expected != Dump(after))
            Assert.Fail($"{edit} in\n{before.Text}\ngives\n{Dump(after)}\ninstead of\n{expected}");
        Assert.Equal(fresh.ReferenceAt(edit.Span.Start), after.ReferenceAt(edit.Span.Start));
        foreach (var stage in after.Stages)
        {
            Assert.Same(stage, after.Stages[stage.Index]);
            if (stage.Base is StageBase.OnStage(var other))
                Assert.Same(other, after.Stages[other.Index]);
        }

        return after;
    }

    /// <summary>Everything that can be asked of a file, as text.</summary>
    private static string Dump(DockerfileModel model)
    {
        var shown = new StringBuilder();
        var syntax = model.Syntax;
        shown.Append($"{syntax.Escape} {syntax.FrontEnd} {syntax.CheckOptions} ").AppendJoin(' ', syntax.Froms);
        shown.Append(" | ").AppendJoin(' ', syntax.Unclosed).Append('\n');
        shown.AppendJoin(' ', Enumerable.Range(0, syntax.Items.Length).Select(syntax.StartOf)).Append('\n');
        shown.AppendJoin('|', syntax.Items).Append('\n').Append(SyntaxDump.Of(model.Text, syntax));
        shown.AppendJoin('\n', syntax.Errors).Append('\n').AppendJoin('\n', model.Stages).Append('\n').AppendJoin('\n', model.References);
        foreach (var stage in model.Stages)
        {
            var scope = model.ScopeOf(stage);
            shown.Append('\n').AppendJoin(' ', model.Graph.BindingsOf(stage)).AppendJoin(' ', model.PlanFor(stage).Refusals);
            shown.Append($"\n{scope.End.WorkingDirectory} {scope.End.User} {scope.End.Shell} {scope.End.HasImage} ");
            shown.AppendJoin(' ', scope.End.Variables.Values.OrderBy(variable => variable.Name, StringComparer.Ordinal));
            foreach (var step in scope.Steps)
                shown.Append($"\n{step.Place} {step.Offset} {step.IsTriggered} ").AppendJoin(' ', step.Uses).AppendJoin(' ', step.Errors);
        }

        shown.Append($"{model.Graph.Circle}").AppendJoin(' ', model.Graph.Edges);
        return shown.Append(model.FindTarget("build")?.Index).ToString();
    }
}
