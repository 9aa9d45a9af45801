using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>Something with a name, somewhere in the workspace. LSP: WorkspaceSymbol.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="File">The document that declares it.</param>
/// <param name="Span">Where its name stands.</param>
public sealed record NamedPlace(string Name, NamedPlaceKind Kind, DocumentPath File, TextSpan Span);

/// <summary>What a name of the workspace stands for.</summary>
public enum NamedPlaceKind
{
    /// <summary>A stage of a Dockerfile.</summary>
    Stage,

    /// <summary>A build that a consumer asks for, such as a service of a compose file.</summary>
    BuildTarget,
}
