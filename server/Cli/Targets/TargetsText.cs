using System.Text;
using Dockstage.Core.Features;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Cli.Targets;

/// <summary>What can be built, for people: each file, below it its targets, and below each of those the command that builds it.</summary>
internal sealed class TargetsText
{
    private readonly TargetsReport _report;
    private readonly DocumentPath _current;
    private readonly bool _isColoured;
    private readonly StringBuilder _text = new();

    private TargetsText(TargetsReport report, DocumentPath current, bool isColoured) =>
        (_report, _current, _isColoured) = (report, current, isColoured);

    /// <summary>The report.</summary>
    /// <param name="report">What there is.</param>
    /// <param name="current">The current folder, in which commands are to be pasted.</param>
    /// <param name="isColoured">Whether the reader is a person at a terminal.</param>
    public static string Of(TargetsReport report, DocumentPath current, bool isColoured)
    {
        var text = new TargetsText(report, current, isColoured);
        foreach (var (path, model) in report.Dockerfiles)
        {
            text.Add(
                path,
                [.. model.Stages.Select(stage => text.RowOf(stage, model))],
                [.. model.Stages.Select(stage => report.CommandOf(path, model, stage))]);
        }

        // A file alone that is in fact laid over another is not what anybody builds.
        foreach (var file in report.Consumers.Where(build => build.IsMerged || build.MergedWith.IsEmpty).GroupBy(build => build.Target.File))
            text.Add(file.Key, [.. file.Select(text.RowOf)], [.. file.Select(report.CommandOf)]);
        return text._text.ToString();
    }

    private void Add(DocumentPath path, Columns.Cell[][] rows, BuildCommandResult?[] commands)
    {
        if (_text.Length > 0)
            _text.Append('\n');
        _text.Append(Colour.Bold.On(DisplayText.Harmless(_report.Shown(path)), _isColoured)).Append('\n');
        if (rows.Length == 0)
            _text.Append("  ").Append(Colour.Faint.On(CliMessages.NoStages.In(_report.Language), _isColoured)).Append('\n');
        var columns = new Columns(rows);
        foreach (var (row, command) in rows.Zip(commands))
        {
            _text.Append("  ").Append(columns.Row(row, _isColoured)).Append('\n');
            if (command is not null)
                _text.Append("    ").Append(Colour.Faint.On(DisplayText.Harmless(LineOf(command)), _isColoured)).Append('\n');
        }
    }

    private Columns.Cell[] RowOf(Stage stage, DockerfileModel model)
    {
        Message? obstacle = model.CanBeTarget(stage) ? null : stage.Name is null ? CliMessages.TargetWithoutName : CliMessages.TargetHidden;
        return
        [
            new(NameOf(stage, model), obstacle is null ? Colour.Green : Colour.None),
            new(stage.BaseText, Colour.Cyan),
            obstacle is null ? new(stage.Description ?? "") : new(obstacle.In(_report.Language), Colour.Faint),
        ];
    }

    private Columns.Cell[] RowOf(ConsumerBuild build)
    {
        var notes = new List<string>();
        if (build.Dockerfile is ResolvedDockerfile.Missing)
            notes.Add(CliMessages.DockerfileMissing.In(_report.Language));
        else if (build is { Dockerfile: ResolvedDockerfile.Found, Builds: null, Stage: not { IsDynamic: true } })
            notes.Add(CliMessages.StageMissing.In(_report.Language));
        if (build.IsMerged)
            notes.Add(CliMessages.MergedWith.In(_report.Language, string.Join(", ", build.MergedWith.Select(_report.Shown))));
        var dockerfile = build switch
        {
            { Target.Dockerfile.IsInline: true } => CliMessages.Inline.In(_report.Language),
            { DockerfilePath: { } path } when build.Builds is { } stage => $"{_report.Shown(path)}:{_report.LineOf(path, stage.FromSpan.Start)}",
            { DockerfilePath: { } path } => _report.Shown(path),
            _ => build.Target.Context.Value?.Text ?? "",
        };
        return
        [
            new(build.Target.Name ?? "", Colour.Green),
            new(StageOf(build)),
            new(dockerfile, Colour.Cyan),
            new(string.Join(", ", notes), Colour.Yellow),
        ];
    }

    private string StageOf(ConsumerBuild build) => build switch
    {
        { Stage: { } value } => value.Text,
        { Builds: { } stage, Dockerfile: ResolvedDockerfile.Found found } => NameOf(stage, found.Model),
        _ => CliMessages.DefaultStage.In(_report.Language),
    };

    private string NameOf(Stage stage, DockerfileModel model)
    {
        var name = stage.Name ?? CliMessages.StageByIndex.In(_report.Language, stage.Label);
        return stage.Index == model.Stages.Length - 1 ? $"{name} ({CliMessages.DefaultStage.In(_report.Language)})" : name;
    }

    /// <summary>The command as it can be pasted in the current folder, or why it cannot.</summary>
    private string LineOf(BuildCommandResult result)
    {
        if (result is not BuildCommandResult.Made { Command: var command })
            return result is BuildCommandResult.Refused refused ? refused.Reason.In(_report.Language) : "";
        var line = PastedLine.Of(command, _current, OperatingSystem.IsWindows() ? Shell.PowerShell : Shell.Sh);
        return line.Problem is { } problem ? problem.In(_report.Language) : line.Text;
    }
}
