using System.CommandLine;
using Dockstage.Cli.Targets;
using Dockstage.Core.Messages;
using Dockstage.LanguageServer.Files;

namespace Dockstage.Cli;

/// <summary><c>dockstage targets</c>: the stages and builds of files and folders, and the command for each.</summary>
internal static class TargetsCommand
{
    /// <summary>The command.</summary>
    /// <param name="language">The language of messages.</param>
    /// <param name="isColoured">Whether the reader of the output is a person at a terminal who wants colours.</param>
    public static Command Create(Language language, bool isColoured)
    {
        var paths = PathArgument.Many(language);
        var format = ChoiceOption.Of("--format", CliMessages.TargetsFormat.In(language), "text", ["text", "json"]);
        var command = new Command("targets", CliMessages.Targets.In(language)) { paths, format };
        command.SetAction((parsed, _) =>
        {
            var current = Directory.GetCurrentDirectory();
            var disk = DiskWorkspace.Read(parsed.GetValue(paths) ?? [], current);
            var report = TargetsReport.Of(disk, language);
            var configuration = parsed.InvocationConfiguration;
            configuration.Output.Write(parsed.GetValue(format) == "json"
                ? TargetsJson.Of(report)
                : TargetsText.Of(report, LocalPath.ToDocument(current), isColoured));
            var isEmpty = report.Dockerfiles.IsEmpty && report.Consumers.IsEmpty;
            return Task.FromResult(Problems.Write(disk, isEmpty ? CliMessages.NothingToBuild : null, configuration.Error, language));
        });
        return command;
    }
}
