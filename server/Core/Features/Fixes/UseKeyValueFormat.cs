using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// <c>ENV key some value</c> becomes <c>ENV key="some value"</c>, with the same value. BuildKit: in the old form everything behind the key is
/// one word, whose quotes, escapes and variables are read as in the new form, only that blanks do not end it.
/// </summary>
public sealed class UseKeyValueFormat : IFix
{
    /// <inheritdoc/>
    public bool IsFor(IRule rule) => rule is LegacyKeyValueFormat;

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        if (request.Instruction is { Keyword: InstructionKeyword.Env or InstructionKeyword.Label } instruction && EditsOf(instruction) is { } edits)
            yield return new CodeFix(MessageTable.FixKeyValueFormat.With(), () => request.Change(edits)) { IsPreferred = true, IsSafeForAll = true };
    }

    private static List<TextEdit>? EditsOf(CheckedInstruction instruction)
    {
        var (arguments, escape) = (instruction.Parts.Arguments, instruction.Syntax.Escape);
        var text = arguments.Text;
        var keyEnd = text.AsSpan().IndexOfAny(" \t\v\f\r");
        if (keyEnd <= 0 || text.AsSpan(0, keyEnd).IndexOfAny("=\"'") >= 0)
            return null;
        var value = keyEnd;
        while (char.IsWhiteSpace(text[value]))
            value++;

        // ENV A = b gives A the value "= b", which is hardly what was meant.
        if (text[value] == '=')
            return null;
        var between = TextSpan.Between(arguments.SpanOf(keyEnd - 1, 1).End, arguments.OffsetAt(value));
        if (instruction.Syntax.Text.AsSpan(between.Start, between.Length).Contains('#') || BlanksOutsideQuotes(text, value, escape) is not { } blanks)
            return null;
        var isPlain = text.AsSpan(value).IndexOfAny('"', '\'', escape) < 0;
        var edits = new List<TextEdit> { Edit(between, isPlain && blanks.Count > 0 ? "=\"" : "=") };
        if (isPlain && blanks.Count > 0)
            edits.Add(Edit(TextSpan.At(arguments.Span.End), "\""));
        else
            edits.AddRange(blanks.Select(blank => Edit(TextSpan.At(arguments.OffsetAt(blank)), escape.ToString())));
        return edits;

        TextEdit Edit(TextSpan span, string newText) => new(instruction.InFile(span), newText);
    }

    /// <summary>
    /// The indexes of the blanks that would end a word. BuildKit (<c>parseWords</c>): quotes group, nothing can be escaped between single ones.
    /// Null when a quote is not closed, or when an escape character at the end would continue the line.
    /// </summary>
    private static List<int>? BlanksOutsideQuotes(string text, int start, char escape)
    {
        var blanks = new List<int>();
        char? quote = null;
        for (var at = start; at < text.Length; at++)
        {
            var unit = text[at];
            if (unit == escape && quote != '\'')
            {
                if (++at == text.Length)
                    return null;
            }
            else if (quote is not null)
            {
                quote = unit == quote ? null : quote;
            }
            else if (unit is '"' or '\'')
            {
                quote = unit;
            }
            else if (char.IsWhiteSpace(unit))
            {
                blanks.Add(at);
            }
        }

        return quote is null ? blanks : null;
    }
}
