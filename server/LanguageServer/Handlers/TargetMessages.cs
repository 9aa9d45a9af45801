using System.Text.Json.Serialization;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>What a build lens, a node of the graph or a row of the tree builds: a stage of a Dockerfile, or what a consumer's file asks for.</summary>
internal sealed record TargetToBuild
{
    /// <summary>The Dockerfile's URI; null for a consumer.</summary>
    public string? Dockerfile { get; init; }

    /// <summary>The stage; null for the default one, and for a consumer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Stage { get; init; }

    /// <summary>The URI of the consumer's file; null for a Dockerfile.</summary>
    public string? Consumer { get; init; }

    /// <summary>The name of the build in the consumer's file.</summary>
    public string? Build { get; init; }
}

/// <summary>The question of <c>dockstage/targetFiles</c>, which has nothing to say.</summary>
internal sealed record TargetFilesParams;

/// <summary>A file of the tree of build targets: an answer of <c>dockstage/targetFiles</c>.</summary>
internal sealed record TargetFileAnswer
{
    /// <summary>The file.</summary>
    public required string Uri { get; init; }

    /// <summary>The same, relative to the folder.</summary>
    public required string Path { get; init; }

    /// <summary>dockerfile, compose, …</summary>
    public required string Kind { get; init; }
}

/// <summary>The question of <c>dockstage/targets</c>.</summary>
internal sealed record TargetsParams
{
    /// <summary>The URI of the file.</summary>
    public required string Document { get; init; }
}

/// <summary>What can be built in a file: the answer of <c>dockstage/targets</c>. Of the two lists one is empty.</summary>
internal sealed record TargetsAnswer
{
    /// <summary>The stages of a Dockerfile.</summary>
    public required StageAnswer[] Stages { get; init; }

    /// <summary>What a consumer's file asks for.</summary>
    public required ConsumerBuildAnswer[] Builds { get; init; }
}

/// <summary>A stage of <see cref="TargetsAnswer"/>.</summary>
internal sealed record StageAnswer
{
    /// <summary>Its name; of a stage without one what BuildKit calls it.</summary>
    public required string Label { get; init; }

    /// <summary>The line of its FROM, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>What it is built on, as written.</summary>
    public required string Base { get; init; }

    /// <summary>Its doc comment.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Description { get; init; }

    /// <summary>Whether a build without a target builds it.</summary>
    public required bool Default { get; init; }

    /// <summary>How many stages a build of it runs; null where that is not counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int? Runs { get; init; }

    /// <summary>The names of the builds that ask for it.</summary>
    public required string[] BuiltBy { get; init; }

    /// <summary>What builds it; null when it cannot be built by itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required TargetToBuild? Build { get; init; }
}

/// <summary>A build of <see cref="TargetsAnswer"/>.</summary>
internal sealed record ConsumerBuildAnswer
{
    /// <summary>Its name, else the file's.</summary>
    public required string Label { get; init; }

    /// <summary>The line on which its target, or without one its name, is written, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The lines that tell of it, from 1; null when it is written in another file that this one takes in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required LinesAnswer? Lines { get; init; }

    /// <summary>The Dockerfile, relative to the folder; null when it is remote, computed or written in the file itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Dockerfile { get; init; }

    /// <summary>The stage it asks for, as written; null for the default one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Target { get; init; }

    /// <summary>Where the stage is that is built; null when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required LineAnswer? Stage { get; init; }

    /// <summary>What builds it; null when it has no name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required TargetToBuild? Build { get; init; }
}

/// <summary>Lines of a document.</summary>
internal sealed record LinesAnswer
{
    /// <summary>The first, from 1.</summary>
    public required int First { get; init; }

    /// <summary>The last, from 1.</summary>
    public required int Last { get; init; }
}

/// <summary>A line of a document.</summary>
internal sealed record LineAnswer
{
    /// <summary>The document.</summary>
    public required string Uri { get; init; }

    /// <summary>The line, from 1.</summary>
    public required int Line { get; init; }
}

/// <summary>
/// <c>dockstage/changed</c>: what is said of builds may be another now. Sent to a client that says <c>experimental.dockstageChanges</c>,
/// after the pause after which findings are published.
/// </summary>
internal sealed record ChangedParams
{
    /// <summary>The URIs of the documents about which other things may be said; absent when they are too many to name.</summary>
    public string[]? Documents { get; init; }
}
