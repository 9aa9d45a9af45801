using System.Globalization;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>
/// A build names a stage by its index, and its tool takes names alone. BuildKit: <c>target stage "0" could not be found</c>. Podman and buildah
/// take an index (<see cref="Consumers.TargetNaming.AllowsIndex"/>).
/// </summary>
public sealed class NumericTarget : IRule
{
    /// <inheritdoc/>
    public string Code => nameof(NumericTarget);

    /// <inheritdoc/>
    public RuleOrigin Origin => RuleOrigin.Dockstage;

    /// <inheritdoc/>
    public Severity DefaultSeverity => Severity.Error;

    /// <inheritdoc/>
    public RulePage Page { get; } = new()
    {
        Finds = "A build (a compose service) has a number as `target`, as if it were the index of a stage.",
        Matters = """
            BuildKit finds a target by its name alone: the build fails with `target stage "0" could not be found`. Only `COPY --from` takes an index;
            podman and buildah take one as a target too, and of their builds nothing is said.
            """,
        Bad = """
            //- Dockerfile
            FROM golang:1.26 AS builder
            FROM scratch
            //- compose.yaml
            services:
              web:
                build:
                  context: .
                  target: "0"
            """,
        Good = """
            //- Dockerfile
            FROM golang:1.26 AS builder
            FROM scratch
            //- compose.yaml
            services:
              web:
                build:
                  context: .
                  target: builder
            """,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(WorkspaceSnapshot snapshot, DocumentPath path)
    {
        foreach (var target in snapshot.BuildTargetsAt(path).DistinctBy(target => (target.Target?.Literal?.Place, (snapshot.Resolve(target) as ResolvedDockerfile.Found)?.Path)))
        {
            if (target is not { Naming.AllowsIndex: false, Target.Literal: { } value }
                || !value.File.Equals(path)
                || TargetStage.IndexOf(value.Text) is not { } index
                || snapshot.Resolve(target) is not ResolvedDockerfile.Found { Model: { UsesForeignFrontend: false } model } found)
            {
                continue;
            }

            var stage = index < model.Stages.Length ? model.Stages[index] : null;
            var dockerfile = found.Path.SeenFrom(path);
            yield return new Finding(
                value.Span,
                stage?.Name is { } name
                    ? MessageTable.NumericTargetNamed.With(value.Text, dockerfile, name)
                    : MessageTable.NumericTarget.With(value.Text, dockerfile))
            {
                Related = stage is null
                    ? []
                    : [new RelatedPlace(found.Path, stage.NameSpan ?? stage.FromSpan, MessageTable.StageOfIndex.With(index.ToString(CultureInfo.InvariantCulture)))],
            };
        }
    }
}
