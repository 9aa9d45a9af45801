using System.Text.RegularExpressions;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Golden;

/// <summary>What Dockstage reads in the golden files against what a real engine read.</summary>
public sealed partial class GoldenStageTests
{
    [Fact]
    public void Stages_are_those_that_the_engine_lists()
    {
        GoldenFacts.Agree("stages", StageDifferences);
    }

    [Fact]
    public void Targets_are_found_where_the_engine_finds_them_and_the_same_name_is_suggested()
    {
        GoldenFacts.Agree("target", TargetDifferences);
        Assert.True(!GoldenFacts.IsCorpus || GoldenFacts.All.Count(file => UnknownTarget().IsMatch(file.Error?.Message ?? "")) >= 5);
    }

    [Fact]
    public void A_build_runs_the_stages_that_the_engine_runs()
    {
        GoldenFacts.Agree("plan", PlanDifferences);
    }

    private static IEnumerable<string> StageDifferences(GoldenFile file)
    {
        if (file.Stages is not { } expected)
            return [];
        var model = Model(file);
        return Differences(
            [
                .. expected.Select(stage =>
                    $"line {stage.Line}: {stage.Name ?? "-"} on {stage.Base}{Default(stage.IsDefault)}: {stage.Description ?? "-"}"),
            ],
            [
                .. model.Stages.Select(stage =>
                    $"line {Line(model, stage)}: {stage.Name ?? "-"} on {stage.BaseText}{Default(stage == model.DefaultStage)}: "
                    + (stage.Description ?? "-")),
            ]);
    }

    private static IEnumerable<string> TargetDifferences(GoldenFile file)
    {
        // Only a target that the engine looked for: another error may have ended it before.
        if (file.Target.Length == 0 || (file.Error is { } error && !UnknownTarget().IsMatch(error.Message)))
            return [];
        var model = Model(file);
        var suggestion = model.FindTarget(file.Target) is null ? $"unknown, {model.SuggestTarget(file.Target) ?? "-"}" : "known";
        var match = UnknownTarget().Match(file.Error?.Message ?? "");
        var expected = match.Success ? $"unknown, {(match.Groups["name"].Success ? match.Groups["name"].Value : "-")}" : "known";
        return expected == suggestion ? [] : [$"target {file.Target}: engine {expected}, Dockstage {suggestion}"];
    }

    private static IEnumerable<string> PlanDifferences(GoldenFile file)
    {
        var model = Model(file);
        return file.Plans.SelectMany(expected =>
        {
            var target = model.FindTarget(expected.Target);
            if (target is null)
                return [$"no target {expected.Target}"];
            var plan = model.PlanFor(target);
            // A refused build runs nothing; one that fails on its way has run all that its target needs.
            var isRefused = expected.Error is not null && expected.Runs.IsEmpty;
            return plan.Refusals.IsEmpty == isRefused
                ? [$"target {expected.Target}: engine {expected.Error ?? "builds it"}, Dockstage refuses: {!plan.Refusals.IsEmpty}"]
                : isRefused
                    ? []
                    : Differences(
                        [$"target {expected.Target} runs {string.Join(' ', expected.Runs)}"],
                        [$"target {expected.Target} runs {string.Join(' ', plan.Runs.Select(step => step.Stage.Index))}"]);
        });
    }

    private static IEnumerable<string> Differences(IReadOnlyList<string> engine, IReadOnlyList<string> ours) =>
        engine.Except(ours).Select(line => "engine: " + line).Concat(ours.Except(engine).Select(line => "Dockstage: " + line));

    private static DockerfileModel Model(GoldenFile file) => DockerfileModel.Parse(SourceText.From(file.Text));

    private static int Line(DockerfileModel model, Stage stage) => model.Text.PositionAt(stage.FromSpan.Start).Line + 1;

    private static string Default(bool isDefault) => isDefault ? " (default)" : "";

    [GeneratedRegex(@"^target stage "".*"" could not be found(?: \(did you mean (?<name>.+)\?\))?$")]
    private static partial Regex UnknownTarget();
}
