using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Documents;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>The command that builds a stage. It is made here and nowhere else; who runs it passes <see cref="Argv"/> without a shell.</summary>
/// <param name="Argv">Program and arguments.</param>
/// <param name="Folder">The folder to run it in: the build context, or the folder of the consumer's file.</param>
/// <param name="Environment">Variables to set in addition.</param>
/// <param name="Text">The same as one line for people.</param>
/// <param name="Tag">The name that the image gets, or null when the user wants none or the consumer's tool chooses it.</param>
public sealed record BuildCommand(
    ImmutableArray<string> Argv, DocumentPath Folder, ImmutableDictionary<string, string> Environment, string Text, string? Tag)
{
    /// <summary>Why <see cref="Text"/> is for the eyes only and must not be pasted into the shell, or null when it may.</summary>
    public LocalizedText? TextProblem { get; init; }

    /// <summary>Program and arguments that run what was built, in a container that goes when it ends; empty where there is no name to run.</summary>
    public ImmutableArray<string> Run { get; init; } = [];

    /// <summary>The stages that are built; empty when a consumer's Dockerfile is not known.</summary>
    public ImmutableArray<BuiltStage> Stages { get; init; } = [];

    /// <summary>What the command reads on its standard input, or null for nothing.</summary>
    public BakeDefinition? Definition { get; init; }

    /// <summary>The names that stand in front of the steps in the output of a run of several; empty in a build of one.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>The command for a stage of a Dockerfile, or the reason why there is none.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="dockerfile">The Dockerfile.</param>
    /// <param name="stage">The stage's name, or null for the default (last) one.</param>
    /// <param name="options">Engine and tag.</param>
    public static BuildCommandResult For(WorkspaceSnapshot snapshot, DocumentPath dockerfile, string? stage, BuildOptions options)
    {
        if (HolderOf(snapshot, dockerfile, stage) is { } holder)
            return ForConsumer(snapshot, holder, options);
        if (snapshot.DockerfileAt(dockerfile) is not { } model)
            return new BuildCommandResult.Refused(MessageTable.NoSuchDockerfile.With(dockerfile.Uri));
        if (!dockerfile.IsFile || dockerfile.Parent is not { } home)
            return new BuildCommandResult.Refused(MessageTable.NotAFile.With(dockerfile.Uri));
        if (stage is not null && model.FindTarget(stage) is null)
            return new BuildCommandResult.Refused(MessageTable.NoSuchStage.With(stage, dockerfile.Name));
        if (dockerfile.Host is { } host)
            return new BuildCommandResult.Refused(MessageTable.DockerfileIsInside.With(host.Name));

        var folder = ContextOf(snapshot, dockerfile) ?? home;
        var tag = TagOf(folder, stage ?? model.DefaultStage?.Name, options);
        if (tag is not null && !ImageName.IsValidTag(tag))
            return new BuildCommandResult.Refused(MessageTable.InvalidTag.With(tag));
        if (options is { ChecksOnly: true, Engine: not Engine.Buildx })
            return new BuildCommandResult.Refused(MessageTable.OnlyBuildxChecks.With(ProgramOf(options.Engine)));
        if (options is { Output: BuildOutput.Push, ChecksOnly: false })
        {
            if (options.Engine != Engine.Buildx)
                return new BuildCommandResult.Refused(MessageTable.OnlyBuildxPushes.With(ProgramOf(options.Engine)));
            if (tag is null)
                return new BuildCommandResult.Refused(MessageTable.NothingToPush.With());
        }

        var name = Path(dockerfile.RelativeTo(folder));
        var environment = options.Engine == Engine.Docker
            ? ImmutableDictionary<string, string>.Empty.Add("DOCKER_BUILDKIT", "1")
            : ImmutableDictionary<string, string>.Empty;
        var argv = Arguments(name, stage, tag, options);
        return new BuildCommandResult.Made(new BuildCommand(
            argv,
            folder,
            environment,
            CommandLineText.Of(Arguments(name, stage, tag, options with { Progress = null }), environment, options.Shell),
            tag)
        {
            Run = tag is not null && options is { Output: BuildOutput.Load, ChecksOnly: false }
                ? [ProgramOf(options.Engine), "run", "--rm", "-it", tag]
                : [],
            TextProblem = CommandLineText.Problem(argv, options.Shell),
            Stages = [new BuiltStage(null, dockerfile, stage, tag)],
        });
    }

    /// <summary>
    /// The command for a build that a consumer's file asks for (compose: a service), or the reason why there is none. The consumer's own tool
    /// builds it, with the context, file, target, arguments and image name that the file says; of the options only engine, builder and shell
    /// count.
    /// </summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="file">The consumer's file.</param>
    /// <param name="name">The name of the build in it.</param>
    /// <param name="options">The user's choices.</param>
    public static BuildCommandResult ForConsumer(WorkspaceSnapshot snapshot, DocumentPath file, string name, BuildOptions options)
    {
        if (!file.IsFile || file.Parent is null)
            return new BuildCommandResult.Refused(MessageTable.NotAFile.With(file.Uri));
        return snapshot.BuildTargetsIn(file).LastOrDefault(target => target.Name == name) is { } build
            ? ForConsumer(snapshot, build, options)
            : new BuildCommandResult.Refused(MessageTable.NoSuchBuild.With(name, file.Name));
    }

    /// <summary>The same for a certain one of the builds of its name: of the file alone, or as it is laid over others.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="build">The build, which has a name.</param>
    /// <param name="options">The user's choices.</param>
    public static BuildCommandResult ForConsumer(WorkspaceSnapshot snapshot, BuildTarget build, BuildOptions options)
    {
        var (file, name) = (build.File, build.Name!);
        if (!file.IsFile || file.Parent is not { } folder)
            return new BuildCommandResult.Refused(MessageTable.NotAFile.With(file.Uri));
        if (ConsumerOf(snapshot, file) is not var (consumer, document))
            return new BuildCommandResult.Refused(MessageTable.NoSuchBuild.With(name, file.Name));
        if (options.ChecksOnly)
            return new BuildCommandResult.Refused(MessageTable.CheckIsOfStages.With(name));
        var builder = options is { Engine: Engine.Buildx, Builder: { Length: > 0 } chosen } ? chosen : null;
        ImmutableArray<string> argv = [ProgramOf(options.Engine), .. consumer.BuildArguments(document, build, builder, snapshot)];
        var environment = ImmutableDictionary<string, string>.Empty;
        return new BuildCommandResult.Made(
            new BuildCommand(argv, folder, environment, CommandLineText.Of(argv, environment, options.Shell), null)
            {
                TextProblem = CommandLineText.Problem(argv, options.Shell),
                Stages = snapshot.Resolve(build) is ResolvedDockerfile.Found found
                    ? [new BuiltStage(name, found.Path, build.Target is { IsDynamic: false, Text: { Length: > 0 } target } ? target : null, null)]
                    : [],
            });
    }

    /// <summary>
    /// The build that asks for a stage of a Dockerfile which is no file but stands inside another; null for a Dockerfile of its own, and where no build asks for that stage.
    /// </summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="dockerfile">The Dockerfile, or the file that holds it.</param>
    /// <param name="stage">The stage, or null for the default one.</param>
    public static BuildTarget? HolderOf(WorkspaceSnapshot snapshot, DocumentPath dockerfile, string? stage)
    {
        var inside = dockerfile.Host is not null ? [dockerfile]
            : snapshot.StagesIn(dockerfile) is null ? snapshot.EmbeddedIn(dockerfile).Select(embedded => embedded.Path)
            : [];
        return inside.Select(path => HolderIn(snapshot, path, stage)).FirstOrDefault(build => build is not null);
    }

    /// <summary>A consumer's file that is known.</summary>
    internal static (IStageConsumer Consumer, Document Document)? ConsumerOf(WorkspaceSnapshot snapshot, DocumentPath file) =>
        snapshot.Find(file).Document is { } document && snapshot.ConsumerAt(file) is { } consumer ? (consumer, document) : null;

    private static BuildTarget? HolderIn(WorkspaceSnapshot snapshot, DocumentPath dockerfile, string? stage) =>
        snapshot.DockerfileAt(dockerfile) is { } model && model.FindTarget(stage ?? "") is { } wanted
            ? snapshot.BuildTargetsOf(dockerfile).FirstOrDefault(target =>
                target is { Name: not null, Target: null or { IsDynamic: false } } && TargetStage.Of(model, target.Naming, target.Target?.Text ?? "") == wanted)
            : null;

    /// <summary>A path so that no tool takes it for the standard input or a flag: a file may well be called <c>-</c> or <c>--help</c>.</summary>
    internal static string Path(string path) => path.StartsWith('-') ? "./" + path : path;

    internal static string ProgramOf(Engine engine) => engine switch
    {
        Engine.Podman => "podman",
        Engine.Nerdctl => "nerdctl",
        _ => "docker",
    };

    internal static string? TagOf(DocumentPath folder, string? stage, BuildOptions options) => options switch
    {
        { Tag: { } whole } => whole.Length == 0 ? null : whole,
        { TagTemplate: "" } => null,
        { TagTemplate: var template } => template
            .Replace("${folder}", ImageName.ComponentFrom(folder.Name) ?? "image", StringComparison.Ordinal)
            .Replace("${stage}", stage ?? "latest", StringComparison.Ordinal),
    };

    private static ImmutableArray<string> Arguments(string dockerfile, string? stage, string? tag, BuildOptions options)
    {
        var argv = ImmutableArray.CreateBuilder<string>();
        argv.AddRange(options.Engine switch
        {
            Engine.Buildx => ["docker", "buildx", "build"],
            Engine.Docker => ["docker", "build"],
            Engine.Podman => ["podman", "build"],
            _ => (ReadOnlySpan<string>)["nerdctl", "build"],
        });
        if (options is { Engine: Engine.Buildx, Builder: { Length: > 0 } builder })
            argv.AddRange("--builder", builder);
        if (options is { Engine: Engine.Buildx, Progress: { } progress })
            argv.AddRange("--progress", progress);
        if (options.ChecksOnly)
            argv.Add("--call=check,format=json");
        // Without a target the last stage is built: BuildKit has no other name for a stage that has none.
        if (stage is not null)
            argv.AddRange("--target", stage);
        argv.AddRange("-f", dockerfile);
        if (tag is not null && !options.ChecksOnly)
            argv.AddRange("-t", tag);
        if (!options.Platforms.IsEmpty)
            argv.AddRange("--platform", string.Join(',', options.Platforms));
        foreach (var argument in options.Arguments)
            argv.AddRange("--build-arg", argument);
        foreach (var secret in options.Secrets)
            argv.AddRange("--secret", secret);
        if (options.NoCache)
            argv.Add("--no-cache");
        if (OutputFlag(options) is { } output)
            argv.Add(output);
        argv.AddRange(options.ExtraArguments);
        argv.Add(".");
        return argv.ToImmutable();
    }

    /// <summary>A builder in a container keeps the result to itself unless told to hand it over. Other engines know one place only.</summary>
    private static string? OutputFlag(BuildOptions options) => options switch
    {
        { ChecksOnly: true } or { Engine: not Engine.Buildx } => null,
        { Output: BuildOutput.Push } => "--push",
        { Output: BuildOutput.Cache } => "--output=type=cacheonly",
        _ => "--load",
    };

    /// <summary>The context that all consumers of this Dockerfile agree on, or null.</summary>
    internal static DocumentPath? ContextOf(WorkspaceSnapshot snapshot, DocumentPath dockerfile)
    {
        var contexts = snapshot.BuildTargetsOf(dockerfile)
            .Select(t => t.Context.Folder)
            .Distinct()
            .Take(2)
            .ToList();
        return contexts.Count == 1 ? contexts[0] : null;
    }
}

/// <summary>A stage that a command builds.</summary>
/// <param name="Name">What stands in front of its steps in the output: bake's target, compose's service; null in a build of one.</param>
/// <param name="Dockerfile">The Dockerfile.</param>
/// <param name="Stage">The stage, or null for the default one.</param>
/// <param name="Tag">The name that the image gets, or null.</param>
public sealed record BuiltStage(string? Name, DocumentPath Dockerfile, string? Stage, string? Tag);
