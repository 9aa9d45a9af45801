using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Graphs;

/// <summary>A node of a <see cref="BuildGraph"/>.</summary>
public sealed record GraphNode
{
    /// <summary>
    /// Its identity in the graph: the kind, and what tells it from others of that kind (<c>stage:api/Dockerfile#0</c>). It stays the same while the
    /// places of stages and the names of everything else do.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required GraphNodeKind Kind { get; init; }

    /// <summary>
    /// How it is called: a stage by its name, or as BuildKit calls one without a name (<c>stage-2</c>); an image by its reference, variables
    /// replaced; a context by the name that the build gives it; a consumer by its own name, else by that of its file.
    /// </summary>
    public required string Label { get; init; }

    /// <summary>The document that says so; null for images.</summary>
    public DocumentPath? Path { get; init; }

    /// <summary>The line on which it is said, from 0; null for images and scratch.</summary>
    public int? Line { get; init; }

    /// <summary>The Dockerfile to which it belongs: of stages, contexts and scratch; null for images and consumers.</summary>
    public DocumentPath? Dockerfile { get; init; }

    /// <summary>The stage's place in its Dockerfile, from 0; null for everything else.</summary>
    public int? StageIndex { get; init; }

    /// <summary>Of a consumer that asks for a stage which its Dockerfile has not: what it asks for, as it is written; else null.</summary>
    public string? MissingTarget { get; init; }

    /// <summary>Whether it is the stage that a build without a target builds.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether it is a stage that neither the default target nor any known build needs.</summary>
    public bool IsUnreachable { get; init; }
}
