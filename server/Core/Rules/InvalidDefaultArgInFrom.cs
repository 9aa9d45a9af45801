using Dockstage.Core.Semantics;

namespace Dockstage.Core.Rules;

/// <summary>
/// The base of a FROM is empty or no image name when no build argument is given. It also speaks of a plain base that is none, as
/// BuildKit's does.
/// </summary>
public sealed class InvalidDefaultArgInFrom : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => false;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "With the defaults of its variables, the base of a `FROM` is empty or no valid name of an image.",
        Matters = "The file can only be built by those who know which `--build-arg` it needs. A default makes it build for everyone.",
        Bad = """
            ARG VERSION
            FROM alpine:${VERSION}
            """,
        Good = """
            ARG VERSION=3.20
            FROM alpine:${VERSION}
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var stage in file.Model.Stages.Where(stage => stage.BaseText.Length > 0))
        {
            var expansion = file.Model.GlobalArgs.Expand(stage.BaseText);
            if (expansion.Value is { } value && (value.Length == 0 || ImageReference.Read(value, out _) is null))
                yield return Warn(stage.BaseSpan, $"Default value for ARG {stage.BaseText} results in empty or invalid base image name");
        }
    }
}
