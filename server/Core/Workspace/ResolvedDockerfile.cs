using Dockstage.Core.Semantics;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>The answer to "which Dockerfile does this build use?"</summary>
public abstract record ResolvedDockerfile
{
    private ResolvedDockerfile()
    {
    }

    /// <summary>This one.</summary>
    public sealed record Found(DocumentPath Path, DockerfileModel Model) : ResolvedDockerfile;

    /// <summary>It certainly does not exist; it was expected at this path.</summary>
    public sealed record Missing(DocumentPath Expected) : ResolvedDockerfile;

    /// <summary>It cannot be told: remote, computed, written inside the consumer's file, or not looked at yet.</summary>
    public sealed record Unknown : ResolvedDockerfile;
}
