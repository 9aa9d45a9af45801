using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// Asks in the stage for a variable that is declared above the first FROM, or that is automatic: only then the stage sees its value. The line
/// comes right above the instruction that uses it, so that the cache of the instructions before is kept. The same for a misspelt name of
/// such a variable, which is corrected too.
/// </summary>
public sealed class DeclareArgInStage : IFix
{
    /// <inheritdoc/>
    public bool IsFor(IRule rule) => rule is UndefinedVar;

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        if (request.Instruction is not { Stage: not null, Keyword: not (InstructionKeyword.From or InstructionKeyword.Onbuild) } instruction)
            yield break;
        var model = request.Dockerfile!;
        var written = VariableNames.LeadingIn(model.Text.Slice(request.Span));
        if (written.Length > 0 && model.GlobalArgs.IsDeclared(written))
        {
            yield return new CodeFix(MessageTable.FixDeclareInStage.With(written), () => request.Change(Declaration(model, instruction, written)))
            {
                IsPreferred = true,
            };
        }
        else if (request.Found.Replacement is { } near && IsHidden(request, near))
        {
            yield return new CodeFix(
                MessageTable.FixChangeAndDeclare.With(near),
                () => request.Change(Declaration(model, instruction, near), new TextEdit(request.Span, near)))
            {
                IsPreferred = true,
            };
        }
    }

    /// <summary>Whether a name is that of a variable above the first FROM which the stage has not asked for.</summary>
    internal static bool IsHidden(FixRequest request, string name) =>
        request is { Dockerfile: { } model, Instruction: { Stage: { } stage, Place: var place } }
        && model.GlobalArgs.IsDeclared(name)
        && model.ScopeOf(stage).StepAt(place)?.Before.Variables.ContainsKey(name) != true;

    private static TextEdit Declaration(DockerfileModel model, CheckedInstruction instruction, string name) =>
        NewLine.Above(model, instruction.Place, $"{NewLine.Keyword("ARG", instruction.Parts)} {name}");
}
