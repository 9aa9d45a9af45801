using Dockstage.Core.Consumers;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// Builds the last stage where a target names one that does not exist: by its name, or, when it has none, by naming no target at all.
/// </summary>
public sealed class UseDefaultTarget : IFix
{
    /// <inheritdoc/>
    public bool IsFor(IRule rule) => rule is TargetNotFound || rule.Code == "NumericTarget";

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        if (request.Target is not { Target: { Literal: { } value } } target
            || request.Snapshot.Resolve(target) is not ResolvedDockerfile.Found { Model.DefaultStage: { } last })
        {
            yield break;
        }

        if (last.Name is { } name)
        {
            if (name != request.Found.Replacement)
            {
                yield return new CodeFix(
                    MessageTable.FixUseLastStage.With(name), () => request.Change(request.Rewrite(value, name)));
            }
        }
        else if (LineOf(request.Text, target, value) is { } line)
        {
            yield return new CodeFix(MessageTable.FixRemoveTarget.With(), () => request.Change(new TextEdit(line, "")));
        }
    }

    /// <summary>
    /// The line <c>target: name</c> with its line end; null where it is written otherwise, or where nothing would be left of the build.
    /// </summary>
    private static TextSpan? LineOf(SourceText text, BuildTarget target, TextValue value)
    {
        if (target.Context.Value is null && target.Dockerfile.Value is null)
            return null;
        var number = text.LineAt(value.Span.Start);
        var line = text.LineSpan(number);
        if (value.Span.End > line.End)
            return null;
        var before = text.ToString(TextSpan.Between(line.Start, value.Span.Start)).Trim();
        var behind = text.ToString(TextSpan.Between(value.Span.End, line.End)).Trim();
        var isAlone = (before, behind.Length == 0 || behind[0] == '#', behind) switch
        {
            ("target:", true, _) => true,
            ("target: \"", _, "\"") or ("target: '", _, "'") => true,
            _ => false,
        };
        if (!isAlone)
            return null;
        return number + 1 < text.LineCount ? TextSpan.Between(line.Start, text.LineSpan(number + 1).Start) : line;
    }
}
