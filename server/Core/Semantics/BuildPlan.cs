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
    /// Why BuildKit refuses this build, if it does, in the order of <see cref="StageGraph.Edges"/>: what a stage that is run needs of
    /// itself or of a stage below, and the circles of COPY and mount, wherever in the file they are.
    /// </summary>
    public required ImmutableArray<StageEdge> Refusals { get; init; }

    /// <summary>The plan for a target.</summary>
    internal static BuildPlan For(Stage target, ImmutableArray<Stage> stages, StageGraph graph)
    {
        var runs = Reachable(target, stages.Length, graph);
        var circles = graph.CycleEdges.ToHashSet(ReferenceEqualityComparer.Instance);
        return new BuildPlan
        {
            Target = target,
            Runs = [.. stages.Where(stage => runs[stage.Index]).Select(stage => new BuildStep(stage, ReasonsFor(stage)))],
            Skips = [.. stages.Where(stage => !runs[stage.Index])],
            Images = [.. stages.Where(stage => runs[stage.Index]).SelectMany(stage => ImagesOf(stage, graph)).Distinct()],
            Refusals = [.. graph.Edges.Where(edge => !edge.IsInOrder && (runs[edge.User.Index] || circles.Contains(edge)))],
        };

        ImmutableArray<BuildReason> ReasonsFor(Stage stage)
        {
            var uses = graph.UsesOf(stage).Where(edge => runs[edge.User.Index])
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

    private static IEnumerable<string> ImagesOf(Stage stage, StageGraph graph)
    {
        if (stage.Base is StageBase.OnImage(var image))
            yield return image;
        foreach (var reference in graph.OutsideOf(stage))
        {
            if (NamesImage(reference))
                yield return reference.Text;
        }
    }

    /// <summary>
    /// Whether a reference that names no stage may name an image. An empty one is the build context, a variable an error, and so is a
    /// number in COPY.
    /// </summary>
    private static bool NamesImage(StageReference reference) =>
        reference.Kind != StageReferenceKind.From
        && reference.Text.Length > 0
        && !reference.Text.Contains('$', StringComparison.Ordinal)
        && !(reference.Kind == StageReferenceKind.CopyFrom && StageNames.IsIndex(reference.Text, out _));
}
