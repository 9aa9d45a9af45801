using System.Collections.Immutable;
using Dockstage.Core.Features;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;
using Dockstage.LanguageServer.Files;

namespace Dockstage.Cli.Targets;

/// <summary>What can be built, before it is written in any format.</summary>
internal sealed record TargetsReport
{
    /// <summary>The Dockerfiles, by path.</summary>
    public required ImmutableArray<(DocumentPath Path, DockerfileModel Model)> Dockerfiles { get; init; }

    /// <summary>The builds that consumers ask for, by file and place.</summary>
    public required ImmutableArray<ConsumerBuild> Consumers { get; init; }

    /// <summary>What was read.</summary>
    public required DiskWorkspace Disk { get; init; }

    /// <summary>The reader's language.</summary>
    public required Language Language { get; init; }

    /// <summary>Collects it.</summary>
    public static TargetsReport Of(DiskWorkspace disk, Language language)
    {
        var workspace = disk.State.Workspace;
        return new TargetsReport
        {
            Dockerfiles =
            [
                .. from path in disk.Asked
                   let model = workspace.StagesIn(path)
                   where model is not null
                   select (path, model),
            ],
            Consumers = [.. disk.Asked.SelectMany(path => ConsumerBuilds.In(workspace, path))],
            Disk = disk,
            Language = language,
        };
    }

    /// <summary>A path as people read it.</summary>
    public string Shown(DocumentPath path) => path.RelativeTo(Disk.Root);

    /// <summary>The line of an offset, from 1; of a Dockerfile that is written inside another file, that of the file.</summary>
    public int LineOf(DocumentPath path, int offset)
    {
        var (file, span) = HostPlace.Of(Disk.State.Workspace, new FilePlace(path, TextSpan.At(offset)));
        return Disk.State.Workspace.Find(file).Document!.Text.LineAt(span.Start) + 1;
    }

    /// <summary>The line of the stage that a build builds, from 1.</summary>
    public int LineOf(ConsumerBuild build, Stage stage) => LineOf(build.DockerfilePath!, stage.FromSpan.Start);

    /// <summary>The command that builds a stage, or why there is none; null for a stage that no build can ask for.</summary>
    public BuildCommandResult? CommandOf(DocumentPath path, DockerfileModel model, Stage stage) => model.CanBeTarget(stage)
        ? BuildCommand.For(Disk.State.Workspace, path, stage.Name, Disk.State.SettingsFor(path).BuildOptions)
        : null;

    /// <summary>The command for a build that a consumer asks for, or why there is none; null for one that no tool of its own builds.</summary>
    public BuildCommandResult? CommandOf(ConsumerBuild build) => build.Target.Name is not null
        ? BuildCommand.ForConsumer(Disk.State.Workspace, build.Target, Disk.State.SettingsFor(build.Target.File).BuildOptions)
        : null;
}
