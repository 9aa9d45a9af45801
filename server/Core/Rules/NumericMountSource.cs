using System.Globalization;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>
/// A mount has a number as <c>from</c>. Only COPY takes the index of a stage; in a mount BuildKit takes it for the image <c>library/0</c>. Silent
/// when a build gives a named context of that name.
/// </summary>
public sealed class NumericMountSource : DockerfileRule
{
    /// <inheritdoc/>
    public override RuleOrigin Origin => RuleOrigin.Dockstage;

    /// <inheritdoc/>
    public override Severity DefaultSeverity => Severity.Warning;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "A mount has a number as `from`, as if it were the index of a stage.",
        Matters = """
            `COPY --from=0` means the first stage. `RUN --mount=from=0` does not: BuildKit takes `0` for the name of an image, and the build fails with
            `pull access denied`. Only the stage's name works there.
            """,
        Bad = """
            FROM golang:1.26 AS build
            RUN go build -o /app
            FROM alpine:3.20
            RUN --mount=type=bind,from=0,source=/app,target=/app /app --version
            """,
        Good = """
            FROM golang:1.26 AS build
            RUN go build -o /app
            FROM alpine:3.20
            RUN --mount=type=bind,from=build,source=/app,target=/app /app --version
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        KnownContexts? contexts = null;
        foreach (var reference in file.Model.References)
        {
            // Under ONBUILD it means no stage in any child either.
            if (reference.Kind != StageReferenceKind.MountFrom || TargetStage.IndexOf(reference.Text) is not { } index || reference.MountType == "secret")
                continue;
            contexts ??= KnownContexts.Of(file.Snapshot, file.Path);
            if (contexts.MayHave(reference.Text))
                continue;
            var stage = index < file.Model.Stages.Length ? file.Model.Stages[index] : null;
            yield return new Finding(
                reference.Span,
                stage?.Name is { } name
                    ? MessageTable.NumericMountSourceNamed.With(reference.Text, name)
                    : MessageTable.NumericMountSource.With(reference.Text))
            {
                Related = stage is null
                    ? []
                    : [new RelatedPlace(file.Path, stage.NameSpan ?? stage.FromSpan, MessageTable.StageOfIndex.With(index.ToString(CultureInfo.InvariantCulture)))],
            };
        }
    }
}
