using System.Collections.Immutable;

namespace Dockstage.Core.Semantics;

/// <summary>
/// The stages that building one target runs, and those it skips. BuildKit: the target, what it is built on, every stage that COPY or a
/// mount of those names, and what their base stages ask for through ONBUILD. It goes by stages, not by instructions: any reference in a
/// stage counts. The legacy builder would run every stage above the target too.
/// </summary>
public sealed class BuildPlan
{
    private BuildPlan()
    {
    }

    /// <summary>The stage that is built.</summary>
    public required Stage Target { get; init; }

    /// <summary>What is run, in an order in which it can run: that of the file, because a stage may need only stages above it.</summary>
    public required ImmutableArray<BuildStep> Runs { get; init; }

    /// <summary>The stages that are not run, in file order.</summary>
    public required ImmutableArray<Stage> Skips { get; init; }

    /// <summary>
    /// The images that are needed, each once, ARG defaults filled in, in the order in which they are needed first. A build may put a named
    /// context in the place of any of them.
    /// </summary>
    public required ImmutableArray<string> Images { get; init; }

    /// <summary>
    /// Why BuildKit refuses this build, if it does, in the order in which it would come upon the reasons: references that name nothing, in
    /// whatever stage; a circle of COPY and mounts, in whatever stages; what ONBUILD brings to a stage that is run and what names nothing
    /// there; what a stage that is run needs of itself or of one below.
    /// </summary>
    public required ImmutableArray<BuildRefusal> Refusals { get; init; }

    /// <summary>The plan for a target.</summary>
    internal static BuildPlan For(Stage target, ImmutableArray<Stage> stages, StageGraph graph)
    {
        var runs = Reachable(target, stages.Length, graph);
        return new BuildPlan
        {
            Target = target,
            Runs = [.. stages.Where(stage => runs[stage.Index]).Select(stage => new BuildStep(stage, ReasonsFor(stage)))],
            Skips = [.. stages.Where(stage => !runs[stage.Index])],
            Images = [.. stages.Where(stage => Acts(stage, runs)).SelectMany(stage => ImagesOf(graph.BindingsOf(stage))).Distinct()],
            Refusals = [.. RefusalsOf(stages, graph, runs)],
        };

        ImmutableArray<BuildReason> ReasonsFor(Stage stage)
        {
            var uses = graph.UsesOf(stage).Where(edge => Acts(edge.User, runs))
                .Select(edge => new BuildReason(edge.Kind, edge.Reference.Span.Start));
            return stage.Index == target.Index
                ? [new BuildReason(BuildReasonKind.Target, stage.FromSpan.Start), .. uses]
                : [.. uses];
        }
    }

    private static bool[] Reachable(Stage target, int count, StageGraph graph)
    {
        var reached = new bool[count];
        reached[target.Index] = true;
        var waiting = new Stack<Stage>([target]);
        while (waiting.TryPop(out var stage))
        {
            if (stage.ReplacedBy is not null)
                continue;
            foreach (var edge in graph.NeedsOf(stage))
            {
                if (reached[edge.Needed.Index])
                    continue;
                reached[edge.Needed.Index] = true;
                waiting.Push(edge.Needed);
            }
        }

        return reached;
    }

    /// <summary>Whether the instructions of a stage are run.</summary>
    private static bool Acts(Stage stage, bool[] runs) => runs[stage.Index] && stage.ReplacedBy is null;

    private static IEnumerable<string> ImagesOf(ImmutableArray<StageBinding> bindings) =>
        bindings.Select(binding => binding.Meaning).OfType<ReferenceMeaning.OfImage>().Select(meaning => meaning.Reference);

    private static IEnumerable<BuildRefusal> RefusalsOf(ImmutableArray<Stage> stages, StageGraph graph, bool[] runs)
    {
        var nothing =
            (from stage in stages
             from binding in graph.BindingsOf(stage)
             where binding.Meaning is ReferenceMeaning.OfNothing
             select new BuildRefusal.Reference(binding, ((ReferenceMeaning.OfNothing)binding.Meaning).Problem)).ToList();
        foreach (var refusal in nothing.Where(refusal => !refusal.Binding.Reference.IsTrigger))
            yield return refusal;
        if (graph.Circle is { } circle)
            yield return new BuildRefusal.Circle(circle);
        foreach (var refusal in nothing.Where(refusal => refusal.Binding.Reference.IsTrigger && Acts(refusal.Binding.User, runs)))
            yield return refusal;
        foreach (var edge in graph.Edges.Where(edge => !edge.IsInOrder && Acts(edge.User, runs)))
            yield return new BuildRefusal.Order(edge);
    }
}
