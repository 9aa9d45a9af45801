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
        var paths = new Argument<string[]>("PATHS") { Description = CliMessages.Paths.In(language), Arity = ArgumentArity.ZeroOrMore };
        // The library takes an option that it does not know for a path.
        paths.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } unknown)
                result.AddError(CliMessages.UnknownOption.In(language, unknown.Value));
        });
        var format = Choice("--format", CliMessages.Format, "text", CheckFormat.Names);
        var severity = Choice("--severity", CliMessages.Severity, "info", CheckFormat.Severities);
        var command = new Command("check", CliMessages.Check.In(language)) { paths, format, severity };
        command.SetAction((parsed, _) =>
        {
            var disk = DiskWorkspace.Read(parsed.GetValue(paths) ?? [], Directory.GetCurrentDirectory());
            var report = CheckReport.Of(disk, CheckFormat.SeverityNamed(parsed.GetValue(severity)!), language);
            var configuration = parsed.InvocationConfiguration;
            configuration.Output.Write(CheckFormat.Write(parsed.GetValue(format)!, report, isColoured));
            foreach (var problem in report.Problems)
                configuration.Error.WriteLine($"dockstage: {problem.In(language)}");
            if (report.Problems.IsEmpty && report.Files == 0)
                configuration.Error.WriteLine($"dockstage: {CliMessages.NothingToCheck.In(language)}");
            return Task.FromResult(ExitCodeOf(report));
        });
        return command;

        Option<string> Choice(string name, Message description, string otherwise, string[] words)
        {
            var option = new Option<string>(name) { Description = description.In(language), DefaultValueFactory = _ => otherwise };
            option.AcceptOnlyFromAmong(words);
            return option;
        }
    }

    /// <summary>Hints never count, though they may have been asked for.</summary>
    private static int ExitCodeOf(CheckReport report) =>
        !report.Problems.IsEmpty ? ExitCode.CouldNotRun
        : report.Findings.Any(finding => finding.Diagnostic.Severity > Severity.Hint) ? ExitCode.Findings
        : ExitCode.Done;
}
