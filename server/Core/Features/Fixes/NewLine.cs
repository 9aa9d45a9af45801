using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Fixes;

/// <summary>Writes new lines into a Dockerfile as its author would: with the file's line ends, letter case and indentation.</summary>
internal static class NewLine
{
    /// <summary>The line end of a text: that of its first line.</summary>
    public static string BreakOf(SourceText text) =>
        text.ToString().IndexOf('\n', StringComparison.Ordinal) is > 0 and var at && text[at - 1] == '\r' ? "\r\n" : "\n";

    /// <summary>
    /// Lines above an instruction, indented like it, and above the comments that stand right above it, for those explain it; but never
    /// above directives.
    /// </summary>
    public static TextEdit Above(DockerfileModel model, int place, params IEnumerable<string> lines)
    {
        var syntax = model.Syntax;
        var instruction = (Instruction)syntax.Items[place];
        var indent = instruction.Text[..instruction.LineSpan.Start].TrimStart('\uFEFF');
        var top = Preamble.Of(model.Text).End;
        while (place > 0 && syntax.Items[place - 1] is Comment && syntax.StartOf(place - 1) >= top)
            place--;
        var at = Math.Max(syntax.StartOf(place), top);
        var lineBreak = BreakOf(model.Text);
        return new TextEdit(TextSpan.At(at), string.Concat(lines.Select(line => (line.Length == 0 ? line : indent + line) + lineBreak)));
    }

    /// <summary>A keyword in the letter case of another one.</summary>
    public static string Keyword(string keyword, InstructionParts like) =>
        like.KeywordText.Text.Any(char.IsUpper) ? keyword : keyword.ToLowerInvariant();

    /// <summary>The place of a stage's FROM among the pieces of the file.</summary>
    public static int PlaceOf(DockerfileModel model, Stage stage) => model.Syntax.Froms[stage.Index];
}
