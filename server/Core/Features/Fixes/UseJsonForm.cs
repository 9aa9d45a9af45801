using System.Globalization;
using System.Text;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// <c>CMD app --port 80</c> becomes <c>CMD ["app", "--port", "80"]</c> when no shell is needed for it; else, or for those who want one, the
/// shell is named: <c>CMD ["/bin/sh", "-c", "…"]</c>, which is what Docker makes of the shell form on Linux. Nothing is offered in files with
/// the escape character of Windows.
/// </summary>
public sealed class UseJsonForm : IFix
{
    /// <inheritdoc/>
    public bool IsFor(IRule rule) => rule is JSONArgsRecommended;

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        if (request.Instruction is not { Keyword: InstructionKeyword.Cmd or InstructionKeyword.Entrypoint } instruction
            || instruction.Syntax.Escape != '\\'
            || instruction.Parts.Arguments.Text.Length == 0)
        {
            yield break;
        }

        var arguments = instruction.Parts.Arguments;
        var hasComments = instruction.Syntax.Gaps.Any(gap => instruction.Syntax.Text.AsSpan(gap.Start, gap.Length).Contains('#'));
        if (!hasComments && ShellWords.Of(arguments.Text) is { } words)
        {
            var json = $"[{string.Join(", ", words.Select(Json))}]";
            yield return new CodeFix(
                MessageTable.FixJsonForm.With(json), () => request.Change(new TextEdit(instruction.InFile(arguments.Span), json)))
            {
                // A shell-form ENTRYPOINT ignores CMD; in JSON form it would get it as its arguments.
                IsPreferred = instruction.Keyword == InstructionKeyword.Cmd || !HasCommand(request, instruction),
            };
        }

        yield return new CodeFix(MessageTable.FixShellInJsonForm.With("[\"/bin/sh\", \"-c\", …]"), () => request.Change(NameShell(instruction)));
    }

    /// <summary>Only adds to the text, so that its lines and the comments between them stay.</summary>
    private static IEnumerable<TextEdit> NameShell(CheckedInstruction instruction)
    {
        var arguments = instruction.Parts.Arguments;
        yield return new TextEdit(instruction.InFile(TextSpan.At(arguments.Span.Start)), "[\"/bin/sh\", \"-c\", \"");
        for (var index = 0; index < arguments.Text.Length; index++)
        {
            if (Escaped(arguments.Text[index]) is { } escaped)
                yield return new TextEdit(instruction.InFile(arguments.SpanOf(index, 1)), escaped);
        }

        yield return new TextEdit(instruction.InFile(TextSpan.At(arguments.Span.End)), "\"]");
    }

    private static bool HasCommand(FixRequest request, CheckedInstruction instruction)
    {
        var syntax = request.Dockerfile!.Syntax;
        var from = syntax.Froms.LastOrDefault(place => place < instruction.Place, -1);
        var next = syntax.Froms.FirstOrDefault(place => place > instruction.Place, syntax.Items.Length);
        return Enumerable.Range(from + 1, next - from - 1).Any(place => syntax.Items[place] is Instruction { Keyword: InstructionKeyword.Cmd });
    }

    private static string Json(string word)
    {
        var json = new StringBuilder("\"");
        foreach (var unit in word)
            json.Append(Escaped(unit) ?? unit.ToString());
        return json.Append('"').ToString();
    }

    /// <summary>RFC 8259, 7: how a unit is written in a string, or null for as it is.</summary>
    private static string? Escaped(char unit) => unit switch
    {
        '"' or '\\' => "\\" + unit,
        '\t' => "\\t",
        < ' ' => "\\u" + ((int)unit).ToString("x4", CultureInfo.InvariantCulture),
        _ => null,
    };
}
