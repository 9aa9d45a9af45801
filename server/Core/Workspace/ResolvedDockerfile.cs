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
    public sealed record Found(DocumentPath Path, DockerfileModel Model) : ResolvedDockerfile
    {
        /// <summary>
        /// Whether it is put together with variables of which nothing is known, so that it may have stages that cannot be seen: then nothing may be
        /// said to be missing.
        /// </summary>
        public bool IsOpen { get; init; }
    }

    /// <summary>It certainly does not exist; it was expected at this path.</summary>
    public sealed record Missing(DocumentPath Expected) : ResolvedDockerfile;

    /// <summary>It cannot be told: remote, computed, or not looked at yet.</summary>
    public sealed record Unknown : ResolvedDockerfile;
}
