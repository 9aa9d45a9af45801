using Dockstage.Core.Semantics;

namespace Dockstage.Core.Rules;

/// <summary>
/// A variable that nothing has made known. What the environment of a base image may hold nobody knows here, so over such an image the rule
/// speaks only when it is sure all the same: an ARG above the first FROM (or an automatic one) is not asked for again in the stage, or the
/// name is nearly that of a variable that there is; and even then not of a name that such an image may well have set (<c>GOPATH</c>).
/// </summary>
public sealed class UndefinedVar : LintRule
{
    /// <summary>BuildKit sets it in every stage.</summary>
    private const string AlwaysSet = "PATH";

    /// <inheritdoc/>
    public override bool HonoursInlineSkip => true;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            An instruction uses a variable that neither `ARG` nor `ENV` has made known in its stage.

            Docker knows the environment of the base image; Dockstage does not ask a registry for it. Over an external image it therefore
            speaks only of what is surely wrong: an `ARG` from above the first `FROM` (or an automatic one such as `TARGETARCH`) that the stage
            does not ask for again, and names that are nearly right. It says nothing of names that images commonly set themselves (`GOPATH`,
            `JAVA_HOME`) or that begin like the image's own (`ROS_DISTRO` over `ros`).
            """,
        Matters = "The variable is empty, and the path or value put together with it is not the one that was meant.",
        Bad = """
            ARG VERSION=1.0
            FROM alpine:3.20
            WORKDIR /app-$VERSION
            """,
        Good = """
            ARG VERSION=1.0
            FROM alpine:3.20
            ARG VERSION
            WORKDIR /app-$VERSION
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var step in file.Steps)
        {
            foreach (var use in step.Step.Uses.Where(use => use.IsChecked && use.Declaration is null))
            {
                var near = Spelling.Nearest(use.Name, NamesFor(file, step), isCaseSensitive: true);
                if (!use.IsUndefined && !(use.IsUpToImage && IsSure(file, step, use.Name, near)))
                    continue;
                var suggestion = near is null ? "" : $" (did you mean ${near}?)";
                yield return Warn(step.Step.IsTriggered ? step.Stage.BaseSpan : use.Span, $"Usage of undefined variable '${use.Name}'{suggestion}") with
                {
                    Replacement = step.Step.IsTriggered ? null : near,
                };
            }
        }
    }

    /// <summary>Whether no image will have set a variable: it is meant as another one that there is, and images do not use its name.</summary>
    private static bool IsSure(CheckedDockerfile file, CheckedStep step, string name, string? near) =>
        (file.Model.GlobalArgs.IsDeclared(name) || (near is not null && !IsOtherPath(name, near)))
        && !ImageVariables.MaySet(file.Model.AncestryOf(step.Stage)[^1].BaseText, name);

    /// <summary>Many an environment has variables like GOPATH, which are not PATH in bad spelling.</summary>
    private static bool IsOtherPath(string name, string near) =>
        near == AlwaysSet && name.EndsWith(AlwaysSet, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> NamesFor(CheckedDockerfile file, CheckedStep step) =>
        step.Step.Before.Variables.Keys.Concat(file.Model.GlobalArgs.Names).Append(AlwaysSet).Distinct().Order(StringComparer.Ordinal);
}
