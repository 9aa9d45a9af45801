using System.Text.Json.Serialization;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>
/// The argument of <c>dockstage.buildCommand</c>: a stage of a Dockerfile (<see cref="StageToBuild"/>), a build that a consumer's file asks
/// for (<see cref="ConsumerToBuild"/>) or several of both, and how.
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

    /// <summary>Several of them, to be built in one run; none of the names above is given then.</summary>
    public PickedToBuild[]? Stages { get; init; }

    /// <summary>What the tools printed that the answer before asked to be run, in the order of its questions; absent in a first request.</summary>
    public string[]? Answers { get; init; }

    /// <summary>The image's whole name for this build, empty for none; the setting decides when it is absent.</summary>
    public string? Tag { get; init; }

    /// <summary>The buildx builder, empty for the current one; the setting decides when it is absent.</summary>
    public string? Builder { get; init; }

    /// <summary>Platforms, such as <c>linux/arm64</c>.</summary>
    public string[]? Platforms { get; init; }

    /// <summary>What the environment says in <c>DOCKER_DEFAULT_PLATFORM</c>; absent where it does not.</summary>
    public string? DefaultPlatform { get; init; }

    /// <summary>Build arguments, <c>NAME=value</c> or <c>NAME</c>.</summary>
    public string[]? BuildArgs { get; init; }

    /// <summary>Secrets, <c>id=NAME,src=FILE</c> or <c>id=NAME,env=VARIABLE</c>.</summary>
    public string[]? Secrets { get; init; }

    /// <summary>Whether every step is run, whatever is cached.</summary>
    public bool NoCache { get; init; }

    /// <summary>Where the result goes: load (when absent), push or cache.</summary>
    public string? Output { get; init; }

    /// <summary>How buildx tells of its progress: rawjson or plain; its own choice when absent.</summary>
    public string? Progress { get; init; }

    /// <summary>Whether the engine only checks the Dockerfile.</summary>
    public bool Check { get; init; }

    /// <summary>The documents that are built from; only of arguments that are valid.</summary>
    [JsonIgnore]
    public IEnumerable<string> Uris => Stages is null ? [(Dockerfile ?? Consumer)!] : Stages.Select(one => (one.Dockerfile ?? one.Consumer)!);

    /// <summary>Whether they name one thing to build, or several, and the choices are among those there are.</summary>
    [JsonIgnore]
    public bool IsValid =>
        (Stages is null
            ? (Dockerfile is null) == (Consumer is not null && Build is not null)
            : Stages.Length > 0 && Dockerfile is null && Consumer is null && Array.TrueForAll(Stages, one => one.IsValid))
        && Output is null or "load" or "push" or "cache"
        && Progress is null or "rawjson" or "plain"
        && Engine is null or "buildx" or "docker" or "podman" or "nerdctl"
        && Shell is null or "sh" or "powershell" or "cmd";
}

/// <summary>One of several to build: a stage of a Dockerfile, or a build that a consumer's file asks for.</summary>
internal sealed record PickedToBuild
{
    /// <summary>The Dockerfile's URI.</summary>
    public string? Dockerfile { get; init; }

    /// <summary>The stage, or null for the default one.</summary>
    public string? Stage { get; init; }

    /// <summary>The URI of the consumer's file.</summary>
    public string? Consumer { get; init; }

    /// <summary>The name of the build in the consumer's file.</summary>
    public string? Build { get; init; }

    /// <summary>Whether it names one thing.</summary>
    [JsonIgnore]
    public bool IsValid => (Dockerfile is null) == (Consumer is not null && Build is not null);
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

/// <summary>
/// The answer of <c>dockstage.buildCommand</c>: a command, or what has to be asked first (<see cref="Questions"/>, and nothing else then).
/// </summary>
internal sealed record BuildCommandAnswer
{
    /// <summary>What to run, in this order, before the same request is made again with <see cref="BuildCommandArguments.Answers"/>.</summary>
    public ToolQuestionAnswer[]? Questions { get; init; }

    /// <summary>Program and arguments.</summary>
    public string[]? Argv { get; init; }

    /// <summary>The folder to run it in, as a path of the operating system.</summary>
    public string? Cwd { get; init; }

    /// <summary>The same on one line, quoted for the shell.</summary>
    public string? Text { get; init; }

    /// <summary>Why the line must not be pasted into the shell; absent when it may.</summary>
    public string? TextProblem { get; init; }

    /// <summary>Variables to set.</summary>
    public Dictionary<string, string>? Env { get; init; }

    /// <summary>The name under which the image will be found.</summary>
    public string? Tag { get; init; }

    /// <summary>Program and arguments that run what was built; absent where there is no name to run.</summary>
    public string[]? Run { get; init; }

    /// <summary>What the command reads on its standard input.</summary>
    public string? Input { get; init; }

    /// <summary>The names that stand in front of the steps in the output; absent in a build of one.</summary>
    public string[]? Targets { get; init; }

    /// <summary>The stages that are built; empty when a consumer's Dockerfile is not known.</summary>
    public BuiltStageAnswer[]? Stages { get; init; }
}

/// <summary>What a consumer's own tool is asked; it builds nothing.</summary>
internal sealed record ToolQuestionAnswer
{
    /// <summary>Program and arguments, to be run without a shell.</summary>
    public required string[] Argv { get; init; }

    /// <summary>The folder to run it in, as a path of the operating system.</summary>
    public required string Cwd { get; init; }
}

/// <summary>One stage that a command builds.</summary>
internal sealed record BuiltStageAnswer
{
    /// <summary>What stands in front of its steps in the output; absent in a build of one.</summary>
    public string? Name { get; init; }

    /// <summary>The Dockerfile's URI, or that of the file in which it is written.</summary>
    public required string Dockerfile { get; init; }

    /// <summary>Where it stands in that file; absent for a Dockerfile of its own.</summary>
    public InsideAnswer? Inside { get; init; }

    /// <summary>The stage, or null for the default one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Stage { get; init; }

    /// <summary>The name under which the image will be found.</summary>
    public string? Tag { get; init; }
}

/// <summary>A Dockerfile that is written inside another file.</summary>
internal sealed record InsideAnswer
{
    /// <summary>Which of the Dockerfiles in the file it is, from 0, in the order of the file's outline.</summary>
    public required int Index { get; init; }

    /// <summary>For each line of the Dockerfile, as the engine counts them, the line of the file on which it begins, from 0.</summary>
    public required int[] Lines { get; init; }
}
