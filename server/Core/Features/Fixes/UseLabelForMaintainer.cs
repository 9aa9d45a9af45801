using System.Text;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// <c>MAINTAINER me</c> becomes <c>LABEL org.opencontainers.image.authors="me"</c>. Variables are not expanded in the old instruction, so that
/// what the new one would read as one is escaped.
/// </summary>
public sealed class UseLabelForMaintainer : IFix
{
    private const string Key = "org.opencontainers.image.authors";

    /// <inheritdoc/>
    public bool IsFor(IRule rule) => rule is MaintainerDeprecated;

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        if (request.Instruction is not { Keyword: InstructionKeyword.Maintainer, Parts.Arguments: { Text.Length: > 0 } arguments } instruction)
            yield break;
        var label = $"{NewLine.Keyword("LABEL", instruction.Parts)} {Key}=\"{Quote(WithoutQuotes(arguments.Text), instruction.Syntax.Escape)}\"";
        var span = instruction.InFile(TextSpan.Between(instruction.Syntax.KeywordSpan.Start, arguments.Span.End));
        if (instruction.Syntax.Gaps.Length > 0)
            yield break;
        yield return new CodeFix(MessageTable.FixMaintainer.With(Key), () => request.Change(new TextEdit(span, label)))
        {
            IsPreferred = true,
            IsSafeForAll = true,
        };
    }

    /// <summary>Quotes around the whole were never taken off, but nobody meant them to be part of a name.</summary>
    private static string WithoutQuotes(string text) =>
        text.Length > 1 && text[0] is '"' or '\'' && text.IndexOf(text[0], 1) == text.Length - 1 ? text[1..^1] : text;

    private static string Quote(string text, char escape)
    {
        var quoted = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (unit is '"' or '$' || unit == escape)
                quoted.Append(escape);
            quoted.Append(unit);
        }

        return quoted.ToString();
    }
}
