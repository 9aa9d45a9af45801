using System.Text.Json.Serialization;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>Which graph is asked for.</summary>
internal abstract record WantedGraph
{
    /// <summary>The URI of the document whose graph is wanted; absent for the whole workspace.</summary>
    public string? Document { get; init; }

    /// <summary>The target to which the picture is narrowed.</summary>
    public string? Target { get; init; }

    /// <summary>Whether the builds that ask for stages are in the picture; they are when it is absent.</summary>
    public bool? Consumers { get; init; }
}

/// <summary>The question of <c>dockstage/graph</c>.</summary>
internal sealed record GraphParams : WantedGraph
{
    /// <summary>The node of which it is asked what its build runs.</summary>
    public GraphSelection? Selected { get; init; }
}

/// <summary>A node of a graph by what outlives an edit.</summary>
internal sealed record GraphSelection
{
    /// <summary>The URI of the Dockerfile, or of the consumer's file.</summary>
    public required string Uri { get; init; }

    /// <summary>The <see cref="GraphAnswerNode.Label"/>.</summary>
    public required string Label { get; init; }
}

/// <summary>The answer of <c>dockstage/graph</c>: what <c>dockstage graph --format json</c> prints, and what an editor needs besides.</summary>
internal sealed record GraphAnswer
{
    /// <summary>The nodes.</summary>
    public required GraphAnswerNode[] Nodes { get; init; }

    /// <summary>The edges.</summary>
    public required GraphAnswerEdge[] Edges { get; init; }

    /// <summary>The ids of what a build of the selected node runs or reads; null when none is selected or it is no build.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string[]? Runs { get; init; }

    /// <summary>The stages by which the picture can be narrowed.</summary>
    public required string[] Targets { get; init; }

    /// <summary>How many Dockerfiles are left out.</summary>
    public required int Omitted { get; init; }
}

/// <summary>A node of <see cref="GraphAnswer"/>.</summary>
internal sealed record GraphAnswerNode
{
    /// <summary>Its identity in this answer.</summary>
    public required string Id { get; init; }

    /// <summary>stage, image, context, consumer or scratch.</summary>
    public required string Kind { get; init; }

    /// <summary>How it is called.</summary>
    public required string Label { get; init; }

    /// <summary>Where it is written, relative to the folder.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Path { get; init; }

    /// <summary>The line, from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int? Line { get; init; }

    /// <summary>Whether a build without a target builds it.</summary>
    public required bool Default { get; init; }

    /// <summary>Whether no known build needs it.</summary>
    public required bool Unreachable { get; init; }

    /// <summary>The URI of the document that <see cref="Path"/> names.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Uri { get; init; }

    /// <summary>The Dockerfile to which it belongs, relative to the folder.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Dockerfile { get; init; }

    /// <summary>What <c>dockstage.buildCommand</c> takes to build it; null when it cannot be built.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required TargetToBuild? Build { get; init; }
}

/// <summary>An edge of <see cref="GraphAnswer"/>: one node needs another.</summary>
internal sealed record GraphAnswerEdge
{
    /// <summary>The id of the one that needs.</summary>
    public required string From { get; init; }

    /// <summary>The id of what is needed.</summary>
    public required string To { get; init; }

    /// <summary>from, copy, mount, onbuild or builds.</summary>
    public required string Kind { get; init; }

    /// <summary>The line, from 1, on which it is written.</summary>
    public required int Line { get; init; }
}

/// <summary>The argument of <c>dockstage.showGraph</c>, a command of the client, in a lens.</summary>
internal sealed record StageToShow
{
    /// <summary>The Dockerfile's URI.</summary>
    public required string Document { get; init; }

    /// <summary>The <see cref="GraphAnswerNode.Label"/> of the stage to be selected.</summary>
    public required string Label { get; init; }
}

/// <summary>The question of <c>dockstage/graphText</c>.</summary>
internal sealed record GraphTextParams : WantedGraph
{
    /// <summary>dot or mermaid.</summary>
    public required string Format { get; init; }
}

/// <summary>The answer of <c>dockstage/graphText</c>.</summary>
internal sealed record GraphTextAnswer
{
    /// <summary>The graph in the language that was asked for.</summary>
    public required string Text { get; init; }
}
