using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Fixes;

/// <summary>Removes <c>--platform=$TARGETPLATFORM</c> with the blanks behind it. A stage is built for that platform anyway.</summary>
public sealed class RemoveTargetPlatform : IFix
{
    /// <inheritdoc/>
    public bool IsFor(IRule rule) => rule is RedundantTargetPlatform;

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        if (request.Instruction is not { Keyword: InstructionKeyword.From } instruction)
            yield break;
        foreach (var flag in instruction.Parts.Flags.Where(flag => flag.Name.Text == "platform").Take(1))
        {
            var (start, end) = (flag.Span.Start, flag.Span.End);
            while (end < instruction.Syntax.LineSpan.End && instruction.Syntax.Text[end] is ' ' or '\t')
                end++;
            var span = instruction.InFile(TextSpan.Between(start, end));
            yield return new CodeFix(
                MessageTable.FixRemove.With(request.Text.ToString(instruction.InFile(flag.Span))), () => request.Change(new TextEdit(span, "")))
            {
                IsPreferred = true,
                IsSafeForAll = true,
            };
        }
    }
}
