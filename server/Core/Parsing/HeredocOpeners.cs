using System.Collections.Immutable;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Parsing;

/// <summary>
/// Finds the heredocs that an instruction opens. BuildKit: <c>heredocsFromLine</c>, with <c>\</c> whatever the escape directive says.
/// </summary>
internal static class HeredocOpeners
{
    private const string Mark = "<<";

    /// <summary>A unit that is no character and so stands in no sensible text.</summary>
    private const char DollarStandIn = '\uFFFF';

    /// <summary>Whether an instruction can open heredocs at all.</summary>
    public static bool MayOpen(InstructionKeyword keyword) =>
        keyword is InstructionKeyword.Run or InstructionKeyword.Copy or InstructionKeyword.Add or InstructionKeyword.Onbuild;

    /// <summary>The heredocs that a line opens, in order, without body and closer.</summary>
    /// <param name="line">The line, continuations removed.</param>
    /// <param name="escape">The escape character of flags.</param>
    public static ImmutableArray<Heredoc> Find(PlacedText line, char escape)
    {
        if (!line.Text.Contains(Mark, StringComparison.Ordinal) || !MayOpen(InstructionGrammar.Read(line, escape)))
            return [];
        return [.. ShellLexer.Words(line.Text).Select(word => Read(line, word)).OfType<Heredoc>()];
    }

    /// <summary>Whether a word would open a heredoc.</summary>
    public static bool IsOpener(PlacedText word) => Read(word, new TextSpan(0, word.Text.Length)) is not null;

    private static bool MayOpen(InstructionParts parts)
    {
        var running = parts.Keyword == InstructionKeyword.Onbuild ? parts.Trigger : parts;
        return running is { Keyword: InstructionKeyword.Run or InstructionKeyword.Copy or InstructionKeyword.Add }
            && ExecForm.Find(running.Arguments.Text) == ExecFormKind.None;
    }

    /// <summary>
    /// A word as an opener: digits, <c>&lt;&lt;</c>, perhaps <c>-</c>, perhaps blanks, and a delimiter without <c>&lt;</c>.
    /// </summary>
    private static Heredoc? Read(PlacedText line, TextSpan word)
    {
        var text = line.Text.AsSpan(word.Start, word.Length);
        var rest = text.TrimStart("0123456789");
        if (!rest.StartsWith(Mark))
            return null;
        rest = rest[Mark.Length..];
        var stripsTabs = rest.StartsWith("-");
        rest = (stripsTabs ? rest[1..] : rest).TrimStart(" \t\r\f");
        if (rest.IsEmpty || rest.Contains('<'))
            return null;
        var written = rest.ToString();
        var delimiter = Unquote(written);
        return delimiter.Length == 0
            ? null
            : new Heredoc
            {
                OpenerSpan = line.SpanOf(word.Start, word.Length),
                Delimiter = delimiter,
                IsQuoted = QuotesIn(written) != QuotesIn(delimiter),
                StripsTabs = stripsTabs,
            };
    }

    /// <summary>The delimiter without quotes and escapes. A dollar sign has no meaning in it, so none is shown to the lexer.</summary>
    private static string Unquote(string written) =>
        ShellLexer.Expand(written.Replace('$', DollarStandIn), '\\', _ => VariableValue.Unset).Value?.Replace(DollarStandIn, '$') ?? "";

    private static int QuotesIn(string text) => text.Count(unit => unit is '\'' or '"');
}
