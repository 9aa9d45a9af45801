using System.CommandLine;
using Dockstage.Cli.Plan;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.LanguageServer.Files;

namespace Dockstage.Cli;

/// <summary><c>dockstage plan DOCKERFILE</c>: what a build runs and skips, and why.</summary>
internal static class PlanCommand
{
    /// <summary>The command.</summary>
    /// <param name="language">The language of messages.</param>
    /// <param name="isColoured">Whether the reader of the output is a person at a terminal who wants colours.</param>
    public static Command Create(Language language, bool isColoured)
    {
        var dockerfile = PathArgument.Dockerfile(language);
        var target = new Option<string?>("--target") { Description = CliMessages.PlanTarget.In(language) };
        var format = ChoiceOption.Of("--format", CliMessages.TargetsFormat.In(language), "text", ["text", "json"]);
        var command = new Command("plan", CliMessages.Plan.In(language)) { dockerfile, target, format };
        command.SetAction((parsed, _) =>
        {
            var configuration = parsed.InvocationConfiguration;
            if (Read(parsed.GetRequiredValue(dockerfile), parsed.GetValue(target) ?? "", language, out var problem) is not { } report)
            {
                configuration.Error.WriteLine($"dockstage: {problem}");
                return Task.FromResult(ExitCode.CouldNotRun);
            }

            configuration.Output.Write(parsed.GetValue(format) == "json" ? PlanJson.Of(report) : PlanText.Of(report, isColoured));
            foreach (var refusal in report.Refusals)
                configuration.Error.WriteLine($"dockstage: {CliMessages.PlanRefused.In(language, report.Shown, refusal)}");
            return Task.FromResult(report.Refusals.IsEmpty ? ExitCode.Done : ExitCode.Findings);
        });
        return command;
    }

    /// <summary>The plan, or null and why there is none.</summary>
    private static PlanReport? Read(string path, string target, Language language, out string problem)
    {
        problem = "";
        var current = Directory.GetCurrentDirectory();
        var full = Path.GetFullPath(path, current);
        var file = DiskText.Read(full);
        if (file.Text is null)
        {
            var reason = file.Problem ?? (Directory.Exists(full) ? CliMessages.IsFolder : CliMessages.NoSuchFile).With(path);
            problem = reason.In(language);
            return null;
        }

        var shown = LocalPath.ToDocument(full).RelativeTo(LocalPath.ToDocument(current));
        var model = DockerfileModel.Parse(file.Text);
        if (model.DefaultStage is null)
        {
            problem = CliMessages.NothingToPlan.In(language, shown);
            return null;
        }

        if (model.FindTarget(target) is not { } stage)
        {
            problem = $"{shown}: {UnknownTarget.BuildKitText(model, target)}";
            return null;
        }

        return new PlanReport(shown, model, model.PlanFor(stage), language);
    }
}
