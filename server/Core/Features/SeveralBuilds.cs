using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Documents;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>
/// The command that builds several stages and several things that consumers' files ask for in one run, side by side: <c>docker buildx bake</c> over a definition on its
/// standard input. A stage's target is made here. What a consumer's file asks for is told by the consumer's own tool, which alone knows the shell's
/// variables and all that its format can say: it is asked first, and its answer becomes the target.
/// </summary>
public sealed class SeveralBuilds
{
    /// <summary>What lets bake read outside of the folder it runs in: the contexts and secrets are those that the user has picked, as in builds of one.</summary>
    private static readonly ImmutableDictionary<string, string> Environment =
        ImmutableDictionary<string, string>.Empty.Add("BUILDX_BAKE_ENTITLEMENTS_FS", "0");

    private readonly WorkspaceSnapshot _snapshot;
    private readonly BuildOptions _options;
    private readonly List<BakeTarget> _targets = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Who makes an image: its name, and what to call the one that makes it.</summary>
    private readonly Dictionary<string, (object Owner, string Name)> _images = new(StringComparer.Ordinal);

    private SeveralBuilds(WorkspaceSnapshot snapshot, BuildOptions options)
    {
        _snapshot = snapshot;
        _options = options with { Tag = null, ChecksOnly = false };
    }

    /// <summary>
    /// The command, the reason why there is none, or what has to be asked first. What one build alone has (a whole tag) does not count.
    /// </summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="picked">What is built; one at least.</param>
    /// <param name="options">The user's choices. They are for stages: a consumer's file says itself what it wants.</param>
    /// <param name="answers">What the tools printed when they were asked, in the order of the questions; empty when they were not.</param>
    public static BuildCommandResult For(
        WorkspaceSnapshot snapshot, ImmutableArray<PickedBuild> picked, BuildOptions options, ImmutableArray<string> answers)
    {
        if (options.Engine != Engine.Buildx)
            return new BuildCommandResult.Refused(MessageTable.OnlyBuildxBakes.With(BuildCommand.ProgramOf(options.Engine)));
        return new SeveralBuilds(snapshot, options).Make([.. picked.Select(one => InItsHost(snapshot, one)).Distinct()], answers);
    }

    /// <summary>A Dockerfile that is no file is built by who holds it.</summary>
    private static PickedBuild InItsHost(WorkspaceSnapshot snapshot, PickedBuild picked) =>
        picked is PickedBuild.Stage stage && BuildCommand.HolderOf(snapshot, stage.File, stage.Name) is { } build
            ? new PickedBuild.Consumer(build.File, build.Name!)
            : picked;

    private BuildCommandResult Make(ImmutableArray<PickedBuild> picked, ImmutableArray<string> answers)
    {
        var (folders, files) = (new List<DocumentPath>(), new List<(IStageConsumer Consumer, Document Document)>());
        foreach (var one in picked)
        {
            if (one is PickedBuild.Stage stage)
            {
                var alone = BuildCommand.For(_snapshot, stage.File, stage.Name, _options);
                if (alone is not BuildCommandResult.Made made)
                    return alone;
                folders.Add(made.Command.Folder);
                folders.Add(stage.File.Parent ?? stage.File);
            }
            else if (BuildCommand.ConsumerOf(_snapshot, one.File) is not var (consumer, document) || !one.File.IsFile || one.File.Parent is null)
            {
                return new BuildCommandResult.Refused(MessageTable.NoSuchBuild.With(((PickedBuild.Consumer)one).Name, one.File.Name));
            }
            else if (consumer.QuestionArguments(document, _snapshot).IsEmpty)
            {
                return new BuildCommandResult.Refused(MessageTable.NotInOneRun.With(one.File.Name));
            }
            else if (!files.Exists(file => file.Document == document))
            {
                files.Add((consumer, document));
            }
        }

        if (answers.Length != files.Count)
        {
            return new BuildCommandResult.Asks(
            [
                .. files.Select(file => new ToolQuestion(
                    [BuildCommand.ProgramOf(_options.Engine), .. file.Consumer.QuestionArguments(file.Document, _snapshot)],
                    file.Document.Path.Parent!, file.Document.Path)),
            ]);
        }

        var homes = files.Select(file => file.Document.Path.Parent!).Distinct().ToList();
        // What a tool says of its own folder (a cache in './cache') holds in the folder of the only one that was asked.
        var folder = homes is [var only] ? only : CommonFolder([.. folders, .. homes]);
        if (folder is null || folders.Exists(other => !IsReachable(other, folder)))
            return new BuildCommandResult.Refused(MessageTable.NoCommonFolder.With());

        foreach (var stage in picked.OfType<PickedBuild.Stage>())
        {
            if (AddStage(stage, folder) is { } reason)
                return new BuildCommandResult.Refused(reason);
        }

        for (var i = 0; i < files.Count; i++)
        {
            var document = files[i].Document;
            if (files[i].Consumer.Told(document, answers[i], _snapshot) is not { } told)
                return new BuildCommandResult.Refused(MessageTable.UnreadableAnswer.With(document.Path.Name));
            var wanted = picked.OfType<PickedBuild.Consumer>().Where(one => one.File.Equals(document.Path)).Select(one => one.Name);
            if (AddTold(document, told, wanted, folder) is { } reason)
                return new BuildCommandResult.Refused(reason);
        }

        return new BuildCommandResult.Made(new BuildCommand(
            Arguments(_options), folder, Environment, CommandLineText.Of(Arguments(_options with { Progress = null }), [], _options.Shell), null)
        {
            TextProblem = CommandLineText.Problem(Arguments(_options), _options.Shell),
            Definition = new BakeDefinition([.. _targets]),
            Stages = [.. _targets.Where(target => target.Document is not null).Select(target => new BuiltStage(target.Name, target.Document!, target.Build.Stage, target.Build.Tags.LastOrDefault()))],
            Targets = [.. _targets.Select(target => target.Name)],
        });
    }

    private LocalizedText? AddStage(PickedBuild.Stage picked, DocumentPath folder)
    {
        var context = BuildCommand.ContextOf(_snapshot, picked.File) ?? picked.File.Parent!;
        var tag = BuildCommand.TagOf(context, picked.Name ?? _snapshot.DockerfileAt(picked.File)!.DefaultStage?.Name, _options);
        var place = ImageName.ComponentFrom(context.Name) ?? "image";
        return Add(picked, picked.Name is null ? picked.File.Name : $"{picked.File.Name} {picked.Name}", new BakeTarget(
            TakeName(picked.Name is null ? place : $"{place}-{picked.Name}"),
            new ToldBuild
            {
                Name = picked.Name ?? "",
                Context = ContextSeenFrom(folder, context),
                Dockerfile = BuildCommand.Path(picked.File.RelativeTo(context)),
                Stage = picked.Name,
                Tags = tag is null ? [] : [tag],
                Platforms = PlatformsOr(_options.Platforms),
                Arguments =
                [
                    .. _options.Arguments.Select(argument => argument.Split('=', 2)).GroupBy(pair => pair[0], StringComparer.Ordinal)
                        .Select(group => KeyValuePair.Create(group.Key, group.Last() is [_, var value] ? value : null)),
                ],
                Secrets = _options.Secrets,
                NoCache = _options.NoCache,
            },
            _options.Output switch
            {
                BuildOutput.Push => "type=registry",
                BuildOutput.Cache => "type=cacheonly",
                _ => "type=docker",
            },
            picked.File));
    }

    /// <summary>Adds what is wanted of a file, and what that takes as contexts, which is built too, as the consumer's own tool does it.</summary>
    private LocalizedText? AddTold(Document document, ImmutableArray<ToldBuild> told, IEnumerable<string> wanted, DocumentPath folder)
    {
        var home = document.Path.Parent!;
        var builds = told.ToDictionary(build => build.Name, StringComparer.Ordinal);
        var (names, waiting) = (new Dictionary<string, string>(StringComparer.Ordinal), new Queue<string>(wanted));
        while (waiting.TryDequeue(out var name))
        {
            if (!builds.TryGetValue(name, out var build))
                return MessageTable.NoSuchBuild.With(name, document.Path.Name);
            if (!names.TryAdd(name, ""))
                continue;
            names[name] = TakeName(name);
            if (build.HiddenVariables is [var variable, ..])
                return MessageTable.HiddenVariable.With(name, variable);
            if (!home.Equals(folder) && build.CacheFrom.Concat(build.CacheTo).FirstOrDefault(IsRelativeCache) is { } cache)
                return MessageTable.RelativeCache.With(name, cache);
            foreach (var context in build.Contexts.Where(context => context.IsBuild))
                waiting.Enqueue(context.Value);
        }

        foreach (var (name, target) in names)
        {
            var build = builds[name];
            var reason = Add(document, name, new BakeTarget(
                target,
                build with
                {
                    Context = build.Context ?? ContextSeenFrom(folder, home),
                    Dockerfile = build.Dockerfile is null ? null : BuildCommand.Path(build.Dockerfile),
                    Contexts = [.. build.Contexts.Select(context => context.IsBuild ? context with { Value = names[context.Value] } : context)],
                    Platforms = PlatformsOr(build.Platforms),
                },
                // As Compose does: the engine's own store takes images for one platform only.
                build.Platforms.Length > 1 ? "type=image,push=false" : "type=docker",
                DockerfileOf(document, name)));
            if (reason is not null)
                return reason;
        }

        return null;
    }

    /// <summary>Adds a target. An image that two of them would make is refused: the last one to end would win. Within a file that is the file's own affair.</summary>
    private LocalizedText? Add(object owner, string name, BakeTarget target)
    {
        foreach (var tag in target.Build.Tags)
        {
            if (_images.TryGetValue(tag, out var other) && !other.Owner.Equals(owner))
                return MessageTable.SameImage.With(other.Name, name, tag);
            _images[tag] = (owner, name);
        }

        _targets.Add(target);
        return null;
    }

    /// <summary>What docker's other commands read in <c>DOCKER_DEFAULT_PLATFORM</c>, bake does not.</summary>
    private ImmutableArray<string> PlatformsOr(ImmutableArray<string> platforms) =>
        platforms.IsEmpty && _options.DefaultPlatform is { Length: > 0 } platform ? [platform] : platforms;

    private string TakeName(string wanted)
    {
        var name = BakeTarget.NameFor(wanted, _names);
        _names.Add(name);
        return name;
    }

    private DocumentPath? DockerfileOf(Document document, string name) =>
        _snapshot.BuildTargetsIn(document.Path).LastOrDefault(target => target.Name == name) is { } build
        && _snapshot.Resolve(build) is ResolvedDockerfile.Found found ? found.Path : null;

    private ImmutableArray<string> Arguments(BuildOptions options)
    {
        var argv = ImmutableArray.CreateBuilder<string>();
        argv.AddRange("docker", "buildx", "bake");
        if (options.Builder is { Length: > 0 } builder)
            argv.AddRange("--builder", builder);
        if (options.Progress is { } progress)
            argv.AddRange("--progress", progress);
        if (_targets.Exists(target => target.Build.IsPrivileged))
            argv.AddRange("--allow", "security.insecure");
        argv.AddRange("-f", "-");
        argv.AddRange(_targets.Select(target => target.Name));
        return argv.ToImmutable();
    }

    /// <summary>BuildKit: <c>type=local,src=FOLDER</c> or <c>dest=</c>, a folder that is relative to the one in which the tool runs.</summary>
    private static bool IsRelativeCache(string cache)
    {
        var fields = cache.Split(',').Select(field => field.Trim().Trim('"')).ToList();
        return fields.Contains("type=local") && fields.Exists(field =>
            field.Split('=', 2) is ["src" or "dest", var path] && path is not (['/' or '\\', ..] or [_, ':', ..]));
    }

    /// <summary>A folder called <c>-</c> is the standard input to bake, <c>./-</c> too, which it shortens: there it is named with the folder around it.</summary>
    private static string ContextSeenFrom(DocumentPath folder, DocumentPath context) =>
        context.RelativeTo(folder) is "-" ? $"../{folder.Name}/-" : BuildCommand.Path(context.RelativeTo(folder));

    /// <summary>Whether one folder has a path as seen from the other: two drives of Windows have none.</summary>
    private static bool IsReachable(DocumentPath folder, DocumentPath from) => CommonFolder([folder, from]) is not null;

    /// <summary>The folder in which all of them lie, or null.</summary>
    private static DocumentPath? CommonFolder(List<DocumentPath> folders)
    {
        for (var common = folders[0]; common is not null; common = common.Parent)
        {
            if (folders.TrueForAll(folder => folder.IsWithin(common)))
                return common;
        }

        return null;
    }
}
