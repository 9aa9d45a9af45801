namespace Dockstage.Core.Features.Graphs;

/// <summary>What a node of a <see cref="BuildGraph"/> is.</summary>
public enum GraphNodeKind
{
    /// <summary>A stage of a Dockerfile.</summary>
    Stage,

    /// <summary>An image from outside.</summary>
    Image,

    /// <summary>A named context of a build.</summary>
    Context,

    /// <summary>A build that a consumer's file asks for.</summary>
    Consumer,

    /// <summary>The empty image <c>scratch</c>.</summary>
    Scratch,
}
