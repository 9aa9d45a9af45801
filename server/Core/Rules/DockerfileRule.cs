using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>
/// A rule about Dockerfiles. It is not asked about files that another front end than Docker's reads (<c># syntax=</c>), of which nobody
/// knows what they mean. Every stage counts as reachable, as in <c>docker build --check</c> without a target.
/// </summary>
public abstract class DockerfileRule : IRule
{
    /// <inheritdoc/>
    public string Code => GetType().Name;

    /// <inheritdoc/>
    public abstract RuleOrigin Origin { get; }

    /// <inheritdoc/>
    public abstract Severity DefaultSeverity { get; }

    /// <inheritdoc/>
    public abstract RulePage Page { get; }

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(WorkspaceSnapshot snapshot, DocumentPath path) =>
        snapshot.StagesIn(path) is { UsesForeignFrontend: false } model ? Check(new CheckedDockerfile(snapshot, path, model)) : [];

    /// <summary>All findings in a Dockerfile, in any order.</summary>
    protected abstract IEnumerable<Finding> Check(CheckedDockerfile file);
}
