using System.Text;
using Dockstage.Core.Parsing;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Parsing;

/// <summary>Shows how a text is split: one line for each piece but blank lines, and one for each heredoc.</summary>
internal static class Pieces
{
    private static readonly (string LineEnd, string Mark)[] Forms = [("\n", ""), ("\r\n", ""), ("\n", "\uFEFF"), ("\r\n", "\uFEFF")];

    /// <summary>Checks the pieces of a text with LF and CR LF, with and without byte order mark.</summary>
    public static void Are(string text, string expected)
    {
        foreach (var (lineEnd, mark) in Forms)
        {
            var syntax = Of(mark + text.ReplaceLineEndings(lineEnd));
            Assert.Equal(expected.ReplaceLineEndings("\n"), Show(syntax));
        }
    }

    public static DockerfileSyntax Of(string text)
    {
        var syntax = DockerfileParser.Parse(SourceText.From(text));
        Assert.Equal(text, syntax.ToString());
        return syntax;
    }

    /// <summary>The first instruction of a text.</summary>
    public static Instruction Instruction(string text) => Of(text).Items.OfType<Instruction>().First();

    private static string Show(DockerfileSyntax syntax)
    {
        var shown = new StringBuilder();
        foreach (var item in syntax.Items)
        {
            _ = item switch
            {
                Comment comment => shown.Append("comment ").Append(comment.Content).Append('\n'),
                ParserDirective directive => shown.Append(directive.Key).Append(" = ").Append(directive.Value).Append('\n'),
                Instruction instruction => Show(shown, instruction),
                _ => shown,
            };
        }

        return shown.ToString().TrimEnd('\n');
    }

    private static StringBuilder Show(StringBuilder shown, Instruction instruction)
    {
        shown.Append(instruction.Keyword).Append(": ").Append(instruction.Line.Text).Append('\n');
        foreach (var heredoc in instruction.Heredocs)
        {
            shown.Append("  ").Append(instruction.Text.AsSpan(heredoc.OpenerSpan.Start, heredoc.OpenerSpan.Length));
            shown.Append(heredoc.StripsTabs ? " tabs" : "").Append(heredoc.IsQuoted ? " quoted" : "");
            shown.Append(heredoc.BodySpan is { } body
                ? " {" + instruction.Text.Substring(body.Start, body.Length).ReplaceLineEndings("/") + "}"
                : " never closed");
            shown.Append('\n');
        }

        return shown;
    }
}
