using System.Collections.Immutable;
using System.CommandLine;
using Dockstage.Cli.Graphs;
using Dockstage.Core.Features.Graphs;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.LanguageServer.Files;

namespace Dockstage.Cli;

/// <summary><c>dockstage graph PATH</c>: the stages of a Dockerfile or of a folder and who needs whom.</summary>
internal static class GraphCommand
{
    /// <summary>The command.</summary>
    /// <param name="language">The language of messages.</param>
    /// <param name="isColoured">Whether the reader of the output is a person at a terminal who wants colours.</param>
    public static Command Create(Language language, bool isColoured)
    {
        var path = PathArgument.One(language);
        var target = new Option<string?>("--target") { Description = CliMessages.GraphTarget.In(language) };
        var format = ChoiceOption.Of("--format", CliMessages.GraphFormat.In(language), "text", ["text", "dot", "mermaid", "json"]);
        var command = new Command("graph", CliMessages.Graph.In(language)) { path, target, format };
        command.SetAction((parsed, _) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var disk = DiskWorkspace.Read(parsed.GetValue(path) is { } given ? [given] : [], Directory.GetCurrentDirectory());
            var name = parsed.GetValue(target);
            var graph = BuildGraph.Of(disk.State.Workspace, disk.Asked, disk.Root, name);
            if (name is not null && graph.Nodes.IsEmpty && disk.Problems.IsEmpty)
            {
                error.WriteLine($"dockstage: {Unknown(disk, name)}");
                return Task.FromResult(ExitCode.CouldNotRun);
            }

            output.Write(parsed.GetValue(format) switch
            {
                "dot" => GraphDot.Of(graph),
                "mermaid" => GraphMermaid.Of(graph),
                "json" => GraphJson.Of(graph),
                _ => GraphText.Of(graph, language, isColoured),
            });
            return Task.FromResult(Problems.Write(disk, graph.Nodes.IsEmpty ? CliMessages.NothingToBuild : null, error, language));
        });
        return command;
    }

    /// <summary>Why there is no such target: in BuildKit's words, of the Dockerfile that has a name like it before any other.</summary>
    private static string Unknown(DiskWorkspace disk, string name)
    {
        var workspace = disk.State.Workspace;
        ImmutableArray<DockerfileModel> models = [.. disk.Asked.Select(workspace.StagesIn).OfType<DockerfileModel>()];
        var model = models.FirstOrDefault(model => model.SuggestTarget(name) is not null) ?? models.FirstOrDefault();
        return UnknownTarget.BuildKitText(model ?? DockerfileModel.Parse(Core.Text.SourceText.Empty), name);
    }
}
