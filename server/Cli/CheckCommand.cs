using System.CommandLine;
using Dockstage.Cli.Check;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.LanguageServer.Files;

namespace Dockstage.Cli;

/// <summary><c>dockstage check</c>: the findings of files and folders.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    /// <param name="language">The language of messages.</param>
    /// <param name="isColoured">Whether the reader of the output is a person at a terminal who wants colours.</param>
    public static Command Create(Language language, bool isColoured)
    {
        var paths = PathArgument.Many(language);
        var format = ChoiceOption.Of("--format", CliMessages.Format.In(language), "text", CheckFormat.Names);
        var severity = ChoiceOption.Of("--severity", CliMessages.Severity.In(language), "info", CheckFormat.Severities);
        var command = new Command("check", CliMessages.Check.In(language)) { paths, format, severity };
        command.SetAction((parsed, _) =>
        {
            var disk = DiskWorkspace.Read(parsed.GetValue(paths) ?? [], Directory.GetCurrentDirectory());
            var report = CheckReport.Of(disk, CheckFormat.SeverityNamed(parsed.GetValue(severity)!), language);
            var configuration = parsed.InvocationConfiguration;
            configuration.Output.Write(CheckFormat.Write(parsed.GetValue(format)!, report, isColoured));
            var code = Problems.Write(disk, report.Files == 0 ? CliMessages.NothingToCheck : null, configuration.Error, language);
            return Task.FromResult(code == ExitCode.Done && HasFindings(report) ? ExitCode.Findings : code);
        });
        return command;
    }

    /// <summary>Hints never count, though they may have been asked for.</summary>
    private static bool HasFindings(CheckReport report) =>
        report.Findings.Any(finding => finding.Diagnostic.Severity > Severity.Hint);
}
