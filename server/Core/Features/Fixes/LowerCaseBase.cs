using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// Writes the base of a FROM in small letters where that makes it the name of a stage above. BuildKit compares a base letter by letter with
/// names that it keeps in lower case, so that <c>FROM Build</c> is an image, and one with an invalid name.
/// </summary>
public sealed class LowerCaseBase : IFix
{
    private static readonly string[] Codes = ["InvalidBaseName", "InvalidDefaultArgInFrom"];

    /// <inheritdoc/>
    public bool IsFor(IRule rule) => Codes.Contains(rule.Code);

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        if (request.Found.Replacement is not null
            || request.Dockerfile is not { } model
            || model.Stages.LastOrDefault(stage => stage.BaseSpan.Contains(request.Span) || request.Span.Contains(stage.BaseSpan)) is not { } user
            || MeantBy(model, user) is not { Name: { } name })
        {
            yield break;
        }

        yield return new CodeFix(MessageTable.FixChangeTo.With(name), () => request.Change(new TextEdit(user.BaseSpan, name)))
        {
            IsPreferred = true,
            IsSafeForAll = true,
        };
    }

    /// <summary>The stage that a base would mean if it were written in small letters, and does not mean as it is; null when there is none.</summary>
    internal static Stage? MeantBy(DockerfileModel model, Stage user)
    {
        var lower = user.BaseText.ToLowerInvariant();
        return lower == user.BaseText || user.Base is StageBase.OnStage
            ? null
            : model.Stages.Take(user.Index).LastOrDefault(stage => stage.Name == lower);
    }
}
