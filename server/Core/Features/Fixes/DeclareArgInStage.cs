using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// Asks in the stage for a variable that is declared above the first FROM, or that is automatic: only then the stage sees its value. The line
/// comes right above the instruction that uses it, so that the cache of the instructions before is kept.
/// </summary>
public sealed class DeclareArgInStage : IFix
{
    /// <inheritdoc/>
    public bool IsFor(IRule rule) => rule.Code == "UndefinedVar";

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        if (request.Instruction is not { Stage: not null, Keyword: not (InstructionKeyword.From or InstructionKeyword.Onbuild) } instruction)
            yield break;
        var model = request.Dockerfile!;
        var name = VariableNames.LeadingIn(model.Text.Slice(request.Span));
        if (name.Length == 0 || !GlobalArgs.Knows(model, name))
            yield break;
        yield return new CodeFix(
            MessageTable.FixDeclareInStage.With(name),
            () => request.Change(NewLine.Above(model, instruction.Place, $"{NewLine.Keyword("ARG", instruction.Parts)} {name}")))
        {
            IsPreferred = true,
        };
    }
}
