using System.Text.Json.Serialization;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>The argument of <c>dockstage.buildCommand</c> and of <c>dockstage.buildTarget</c>.</summary>
internal sealed record BuildCommandArguments
{
    /// <summary>The Dockerfile's URI.</summary>
    public required string Dockerfile { get; init; }

    /// <summary>The stage, or null for the default one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Stage { get; init; }

    /// <summary>buildx, docker, podman or nerdctl; the setting decides when it is absent.</summary>
    public string? Engine { get; init; }

    /// <summary>The shell for which the text is quoted: sh, powershell or cmd; the system's own when it is absent.</summary>
    public string? Shell { get; init; }

    /// <summary>Whether the choices are among those there are.</summary>
    [JsonIgnore]
    public bool IsValid => Engine is null or "buildx" or "docker" or "podman" or "nerdctl" && Shell is null or "sh" or "powershell" or "cmd";
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
