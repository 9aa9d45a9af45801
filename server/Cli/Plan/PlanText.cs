using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;

namespace Dockstage.Cli.Plan;

/// <summary>A plan for people: what is run, in order and why, what is skipped, and which images are needed.</summary>
internal sealed class PlanText
{
    /// <summary>The most reasons that are written out for a stage.</summary>
    private const int ShownReasons = 3;

    private readonly PlanReport _report;
    private readonly bool _isColoured;
    private readonly StringBuilder _text = new();

    private PlanText(PlanReport report, bool isColoured) => (_report, _isColoured) = (report, isColoured);

    /// <summary>The plan.</summary>
    public static string Of(PlanReport report, bool isColoured)
    {
        var text = new PlanText(report, isColoured);
        text.Write();
        return text._text.ToString();
    }

    private void Write()
    {
        var (plan, stages) = (_report.Plan, _report.Model.Stages);
        var heading = CliMessages.PlanHeading.In(
            _report.Language, NameOf(plan.Target), _report.Shown, Number(plan.Runs.Length), Number(stages.Length));
        _text.Append(Colour.Bold.On(DisplayText.Harmless(heading), _isColoured)).Append('\n');

        var runs = plan.Runs.Select((step, i) => Row(Number(i + 1), step.Stage, Colour.Green, Reasons(step.Reasons))).ToList();
        var skips = plan.Skips.Select(stage => Row("-", stage, Colour.Faint, "")).ToList();
        var columns = new Columns(runs.Concat(skips));
        Section(null, runs.Select(row => columns.Row(row, _isColoured)));
        Section(CliMessages.PlanSkips, skips.Select(row => columns.Row(row, _isColoured)));
        Section(CliMessages.PlanImages, plan.Images.Select(image => Colour.Cyan.On(DisplayText.Harmless(image), _isColoured)));
    }

    private void Section(Message? title, IEnumerable<string> lines)
    {
        foreach (var (i, line) in lines.Index())
        {
            if (i == 0 && title is not null)
                _text.Append('\n').Append(Colour.Bold.On(title.In(_report.Language), _isColoured)).Append('\n');
            _text.Append("  ").Append(line).Append('\n');
        }
    }

    private Columns.Cell[] Row(string mark, Stage stage, Colour colour, string note) =>
    [
        new(mark.PadLeft(Number(_report.Plan.Runs.Length).Length), Colour.Faint),
        new(NameOf(stage), colour),
        new($"{_report.Shown}:{Number(_report.LineOf(stage.FromSpan.Start))}", Colour.Faint),
        new(note),
    ];

    private string Reasons(ImmutableArray<BuildReason> reasons)
    {
        var words = reasons.Select(ReasonOf).Distinct().ToList();
        var more = words.Count - ShownReasons;
        return string.Join(", ", words.Take(ShownReasons))
            + (more > 0 ? ", " + CliMessages.PlanMoreReasons.In(_report.Language, Number(more)) : "");
    }

    private string ReasonOf(BuildReason reason)
    {
        var message = reason.Kind switch
        {
            BuildReasonKind.Target => CliMessages.BecauseTarget,
            BuildReasonKind.From => CliMessages.BecauseFrom,
            BuildReasonKind.Copy => CliMessages.BecauseCopy,
            BuildReasonKind.Mount => CliMessages.BecauseMount,
            _ => CliMessages.BecauseOnbuild,
        };
        return message.In(_report.Language, ShortNameOf(_report.StageOf(reason)), Number(_report.LineOf(reason.Offset)));
    }

    private string NameOf(Stage stage)
    {
        var name = ShortNameOf(stage);
        return stage.Index == _report.Model.Stages.Length - 1 ? $"{name} ({CliMessages.DefaultStage.In(_report.Language)})" : name;
    }

    private string ShortNameOf(Stage stage) => stage.Name ?? CliMessages.StageByIndex.In(_report.Language, stage.Label);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
