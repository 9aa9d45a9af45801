using System.Collections.Immutable;
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
    /// <summary>The command for a stage of a Dockerfile, or the reason why there is none.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="dockerfile">The Dockerfile.</param>
    /// <param name="stage">The stage's name, or null for the default (last) one.</param>
    /// <param name="options">Engine and tag.</param>
    public static BuildCommandResult For(WorkspaceSnapshot snapshot, DocumentPath dockerfile, string? stage, BuildOptions options)
    {
        if (snapshot.DockerfileAt(dockerfile) is not { } model)
            return new BuildCommandResult.Refused(MessageTable.NoSuchDockerfile.With(dockerfile.Uri));
        if (!dockerfile.IsFile || dockerfile.Parent is not { } home)
            return new BuildCommandResult.Refused(MessageTable.NotAFile.With(dockerfile.Uri));
        if (stage is not null && model.FindTarget(stage) is null)
            return new BuildCommandResult.Refused(MessageTable.NoSuchStage.With(stage, dockerfile.Name));

        var folder = ContextOf(snapshot, dockerfile) ?? home;
        var tag = TagOf(folder, stage ?? model.DefaultStage?.Name, options.TagTemplate);
        if (tag is not null && !ImageName.IsValidTag(tag))
            return new BuildCommandResult.Refused(MessageTable.InvalidTag.With(tag));

        var argv = Arguments(dockerfile.RelativeTo(folder), stage, tag, options);
        var environment = options.Engine == Engine.Docker
            ? ImmutableDictionary<string, string>.Empty.Add("DOCKER_BUILDKIT", "1")
            : ImmutableDictionary<string, string>.Empty;
        return new BuildCommandResult.Made(
            new BuildCommand(argv, folder, environment, CommandLineText.Of(argv, environment, options.Shell), tag));
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
        if (!file.IsFile || file.Parent is not { } folder)
            return new BuildCommandResult.Refused(MessageTable.NotAFile.With(file.Uri));
        if (snapshot.Find(file).Document is not { } document
            || StageFiles.ConsumerOf(file, document.LanguageId) is not { } consumer
            || !snapshot.BuildTargetsIn(file).Any(target => target.Name == name))
        {
            return new BuildCommandResult.Refused(MessageTable.NoSuchBuild.With(name, file.Name));
        }

        var program = options.Engine switch
        {
            Engine.Podman => "podman",
            Engine.Nerdctl => "nerdctl",
            _ => "docker",
        };
        var builder = options is { Engine: Engine.Buildx, Builder: { Length: > 0 } chosen } ? chosen : null;
        ImmutableArray<string> argv = [program, .. consumer.BuildArguments(document, name, builder, snapshot)];
        var environment = ImmutableDictionary<string, string>.Empty;
        return new BuildCommandResult.Made(
            new BuildCommand(argv, folder, environment, CommandLineText.Of(argv, environment, options.Shell), null));
    }

    private static string? TagOf(DocumentPath folder, string? stage, string template) => template.Length == 0
        ? null
        : template
            .Replace("${folder}", ImageName.ComponentFrom(folder.Name) ?? "image", StringComparison.Ordinal)
            .Replace("${stage}", stage ?? "latest", StringComparison.Ordinal);

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
        // Without a target the last stage is built: BuildKit has no other name for a stage that has none.
        if (stage is not null)
            argv.AddRange("--target", stage);
        argv.AddRange("-f", dockerfile);
        if (tag is not null)
            argv.AddRange("-t", tag);
        // A builder in a container keeps the result to itself unless told to hand it over.
        if (options.Engine == Engine.Buildx)
            argv.Add("--load");
        argv.AddRange(options.ExtraArguments);
        argv.Add(".");
        return argv.ToImmutable();
    }

    /// <summary>The context that all consumers of this Dockerfile agree on, or null.</summary>
    private static DocumentPath? ContextOf(WorkspaceSnapshot snapshot, DocumentPath dockerfile)
    {
        var contexts = snapshot.BuildTargetsOf(dockerfile)
            .Select(t => t.Context.Folder)
            .Distinct()
            .Take(2)
            .ToList();
        return contexts.Count == 1 ? contexts[0] : null;
    }
}
