using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>One of several things that are built in one run.</summary>
/// <param name="File">The file that holds it.</param>
public abstract record PickedBuild(DocumentPath File)
{
    /// <summary>A stage of a Dockerfile.</summary>
    /// <param name="File">The Dockerfile.</param>
    /// <param name="Name">The stage, or null for the default one.</param>
    public sealed record Stage(DocumentPath File, string? Name) : PickedBuild(File);

    /// <summary>What a consumer's file asks for.</summary>
    /// <param name="File">The consumer's file.</param>
    /// <param name="Name">The build's name in it; compose: the service.</param>
    public sealed record Consumer(DocumentPath File, string Name) : PickedBuild(File);
}
