using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>
/// The Dockerfile of a build does not exist. The build ends with BuildKit's <c>failed to read dockerfile: open Dockerfile: no such
/// file or directory</c>. Silent about paths that are remote, computed or outside what can be read.
/// </summary>
public sealed class DockerfileNotFound : IRule
{
    /// <inheritdoc/>
    public string Code => "DockerfileNotFound";

    /// <inheritdoc/>
    public Severity DefaultSeverity => Severity.Warning;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(WorkspaceSnapshot snapshot, DocumentPath path)
    {
        foreach (var target in snapshot.BuildTargetsIn(path))
        {
            if (snapshot.Resolve(target) is ResolvedDockerfile.Missing missing)
            {
                var shown = path.Parent is { } folder ? missing.Expected.RelativeTo(folder) : missing.Expected.Name;
                yield return new Finding(target.Dockerfile.BlameSpan, MessageTable.DockerfileNotFound.With(shown));
            }
        }
    }
}
