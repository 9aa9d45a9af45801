using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>
/// A build names a stage in another letter case than the Dockerfile, and its tool compares exactly
/// (<see cref="Consumers.TargetNaming.IsCaseSensitive"/>). BuildKit itself would find the stage.
/// </summary>
public sealed class TargetCase : IRule
{
    /// <inheritdoc/>
    public string Code => nameof(TargetCase);

    /// <inheritdoc/>
    public RuleOrigin Origin => RuleOrigin.Dockstage;

    /// <inheritdoc/>
    public Severity DefaultSeverity => Severity.Warning;

    /// <inheritdoc/>
    public RulePage Page { get; } = new()
    {
        Finds = "A build names a stage in another letter case than the Dockerfile, and the tool that builds it compares the names exactly.",
        Matters = """
            For BuildKit, and so for compose, letter case does not count. The devcontainer CLI reads the `FROM` lines itself and looks for the name as it is written
            behind `AS`; podman and buildah do the same. There the stage is not found.
            """,
        Bad = """
            //- .devcontainer/Dockerfile
            FROM golang:1.26 AS Develop
            FROM scratch
            //- .devcontainer/devcontainer.json
            {
              "build": { "dockerfile": "Dockerfile", "target": "develop" }
            }
            """,
        Good = """
            //- .devcontainer/Dockerfile
            FROM golang:1.26 AS develop
            FROM scratch
            //- .devcontainer/devcontainer.json
            {
              "build": { "dockerfile": "Dockerfile", "target": "develop" }
            }
            """,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(WorkspaceSnapshot snapshot, DocumentPath path)
    {
        foreach (var target in snapshot.BuildTargetsAt(path).DistinctBy(target => (target.Target?.Literal?.Place, (snapshot.Resolve(target) as ResolvedDockerfile.Found)?.Path)))
        {
            if (target is not { Naming: { IsCaseSensitive: true } naming, Target.Literal: { Text.Length: > 0 } value }
                || !value.File.Equals(path)
                || snapshot.Resolve(target) is not ResolvedDockerfile.Found { Model: { UsesForeignFrontend: false } model } found
                || TargetStage.Of(model, naming, value.Text) is not { NameSpan: { } name } stage
                || TargetStage.IsWrittenSo(model, stage, value.Text)
                || (naming.AllowsIndex && TargetStage.IndexOf(value.Text) is not null))
            {
                continue;
            }

            var written = model.Text.ToString(name);
            yield return new Finding(value.Span, MessageTable.TargetCase.With(value.Text, written))
            {
                Replacement = written,
                Related = [new RelatedPlace(found.Path, name, MessageTable.StageDeclaredHere.With(written))],
            };
        }
    }
}
