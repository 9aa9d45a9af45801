using System.Text.Json.Serialization;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>
/// The argument of <c>dockstage.buildCommand</c>: a stage of a Dockerfile (<see cref="StageToBuild"/>) or a build that a consumer's file asks
/// for (<see cref="ConsumerToBuild"/>), and how.
/// </summary>
internal sealed record BuildCommandArguments
{
    /// <summary>The Dockerfile's URI.</summary>
    public string? Dockerfile { get; init; }

    /// <summary>The stage, or null for the default one.</summary>
    public string? Stage { get; init; }

    /// <summary>The URI of the consumer's file.</summary>
    public string? Consumer { get; init; }

    /// <summary>The name of the build in the consumer's file.</summary>
    public string? Build { get; init; }

    /// <summary>buildx, docker, podman or nerdctl; the setting decides when it is absent.</summary>
    public string? Engine { get; init; }

    /// <summary>The shell for which the text is quoted: sh, powershell or cmd; the system's own when it is absent.</summary>
    public string? Shell { get; init; }

    /// <summary>The URI of the document that is built from; only of arguments that are valid.</summary>
    [JsonIgnore]
    public string Uri => (Dockerfile ?? Consumer)!;

    /// <summary>Whether they name one thing to build, and the choices are among those there are.</summary>
    [JsonIgnore]
    public bool IsValid =>
        (Dockerfile is null) == (Consumer is not null && Build is not null)
        && Engine is null or "buildx" or "docker" or "podman" or "nerdctl"
        && Shell is null or "sh" or "powershell" or "cmd";
}

/// <summary>The argument of a lens over a stage.</summary>
internal sealed record StageToBuild
{
    /// <summary>The Dockerfile's URI.</summary>
    public required string Dockerfile { get; init; }

    /// <summary>The stage, or null for the default one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Stage { get; init; }
}

/// <summary>The argument of a lens over a build in a consumer's file.</summary>
internal sealed record ConsumerToBuild
{
    /// <summary>The file's URI.</summary>
    public required string Consumer { get; init; }

    /// <summary>The name of the build in it; compose: the service.</summary>
    public required string Build { get; init; }
}

/// <summary>The answer of <c>dockstage.buildCommand</c>.</summary>
internal sealed record BuildCommandAnswer
{
    /// <summary>Program and arguments.</summary>
    public required string[] Argv { get; init; }

    /// <summary>The folder to run it in, as a path of the operating system.</summary>
    public required string Cwd { get; init; }

    /// <summary>The same on one line, quoted for the shell.</summary>
    public required string Text { get; init; }

    /// <summary>Variables to set.</summary>
    public required Dictionary<string, string> Env { get; init; }

    /// <summary>The name under which the image will be found.</summary>
    public required string? Tag { get; init; }
}
