using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Semantics;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// Declares a variable above the first FROM, which FROM lines need even when they give it a default themselves. Offered when a value is
/// known: FROM has a default, or a stage declares the variable with one, which then stands where FROM cannot see it.
/// </summary>
public sealed class DeclareArgAboveFrom : IFix
{
    /// <inheritdoc/>
    public bool IsFor(IRule rule) => rule is UndefinedArgInFrom;

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        if (request.Dockerfile is not { Stages.IsEmpty: false } model || request.Instruction is null)
            yield break;
        var name = VariableNames.LeadingIn(model.Text.Slice(request.Span));
        if (name.Length == 0 || model.GlobalArgs.IsDeclared(name))
            yield break;
        var line = GlobalArg.LineFor(model, name, GlobalArg.FirstFrom(model), model.Syntax.Items.Length);
        if (line is null || (!line.Contains('=') && !HasDefault(request, model, name)))
            yield break;
        yield return new CodeFix(MessageTable.FixDeclareAboveFrom.With(line), () => request.Change(GlobalArg.Insert(model, line)))
        {
            IsPreferred = request.Found.Replacement is null,
        };
    }

    private static bool HasDefault(FixRequest request, DockerfileModel model, string name)
    {
        var from = model.Text.ToString(model.Stages.Last(stage => stage.FromSpan.Start <= request.Span.Start).FromSpan);
        return from.Contains("${" + name + ":-", StringComparison.Ordinal) || from.Contains("${" + name + "-", StringComparison.Ordinal);
    }
}
