using System.Collections.Immutable;

namespace Dockstage.Core.Semantics;

/// <summary>The stages of one Dockerfile and who needs whom.</summary>
public sealed class StageGraph
{
    private readonly ImmutableArray<Stage> _stages;
    private readonly ImmutableArray<StageBinding>[] _bindings;
    private readonly ImmutableArray<StageEdge>[] _from;
    private readonly ImmutableArray<StageEdge>[] _to;
    private readonly Lazy<ImmutableArray<StageEdge>> _cycleEdges;
    private readonly Lazy<StageCircle?> _circle;

    /// <summary>Binds the references of a file.</summary>
    internal StageGraph(ImmutableArray<Stage> stages, ImmutableArray<StageReference> references, ReferenceResolver resolver)
    {
        _stages = stages;
        var own = references.ToLookup(reference => reference.StageIndex);
        _bindings = [.. stages.Select(user => Bind(user, own, resolver).ToImmutableArray())];
        Edges =
        [
            .. from bindings in _bindings
               from binding in bindings
               where binding.Meaning is ReferenceMeaning.OfStage
               select new StageEdge(
                   binding.User, ((ReferenceMeaning.OfStage)binding.Meaning).Stage, KindOf(binding.Reference), binding.Reference),
        ];
        _from = Group(Edges, edge => edge.User.Index, stages.Length);
        _to = Group(Edges, edge => edge.Needed.Index, stages.Length);
        _cycleEdges = new(() => [.. Edges.Where(edge => IsDependency(edge) && edge.Needed.Index >= edge.User.Index && Reaches(edge.Needed, edge.User))]);
        _circle = new(FindCircle);
    }

    /// <summary>
    /// Who needs whom: by the order of users in the file; of one user, first what it gets through ONBUILD, then in the order written.
    /// A reference under ONBUILD needs nothing where it is written; every stage built directly on that one has the edge.
    /// </summary>
    public ImmutableArray<StageEdge> Edges { get; }

    /// <summary>
    /// The edges that close a circle of COPY and mount, for which BuildKit refuses to build any stage of the file (<c>circular dependency
    /// detected</c>). Each goes to the stage itself or to one below; a circle through FROM or ONBUILD is none to BuildKit.
    /// </summary>
    public ImmutableArray<StageEdge> CycleEdges => _cycleEdges.Value;

    /// <summary>What a stage needs directly.</summary>
    public ImmutableArray<StageEdge> NeedsOf(Stage stage) => _from[stage.Index];

    /// <summary>By whom a stage is needed directly.</summary>
    public ImmutableArray<StageEdge> UsesOf(Stage stage) => _to[stage.Index];

    /// <summary>
    /// The circle that BuildKit tells of, or null: the one to which the first stage leads from which any can be reached.
    /// </summary>
    public StageCircle? Circle => _circle.Value;

    /// <summary>
    /// The circle that one of <see cref="CycleEdges"/> closes, beginning with it, by the shortest way back.
    /// </summary>
    public StageCircle CircleThrough(StageEdge edge)
    {
        var cameBy = new Dictionary<int, StageEdge>();
        var waiting = new Queue<Stage>([edge.Needed]);
        while (!cameBy.ContainsKey(edge.User.Index) && edge.Needed.Index != edge.User.Index && waiting.TryDequeue(out var stage))
        {
            foreach (var next in NeedsOf(stage).Where(next => IsDependency(next) && cameBy.TryAdd(next.Needed.Index, next)))
                waiting.Enqueue(next.Needed);
        }

        var back = new Stack<StageEdge>();
        for (var at = edge.User; at.Index != edge.Needed.Index; at = back.Peek().User)
            back.Push(cameBy[at.Index]);
        return new StageCircle(FirstThatLeadsTo(edge.User), [edge, .. back]);
    }

    /// <summary>
    /// The references that act in a stage with what they stand for: first those of ONBUILD in the stage that it is built on, then its own
    /// outside ONBUILD, in the order written.
    /// </summary>
    public ImmutableArray<StageBinding> BindingsOf(Stage stage) => _bindings[stage.Index];

    private static IEnumerable<StageBinding> Bind(Stage user, ILookup<int, StageReference> own, ReferenceResolver resolver)
    {
        // BuildKit puts the triggers of the base stage before the stage's own instructions. They go no further than one stage.
        if (user.Base is StageBase.OnStage({ ReplacedBy: null } parent))
        {
            foreach (var reference in own[parent.Index].Where(reference => reference.IsTrigger))
                yield return new StageBinding(user, reference, resolver.Resolve(reference.Kind, reference.Text, reference.MountType));
        }

        foreach (var reference in own[user.Index].Where(reference => !reference.IsTrigger))
            yield return new StageBinding(user, reference, reference.Meaning);
    }

    /// <summary>How a reference makes its stage need another.</summary>
    internal static BuildReasonKind KindOf(StageReference reference) => reference switch
    {
        { IsTrigger: true } => BuildReasonKind.Onbuild,
        { Kind: StageReferenceKind.From } => BuildReasonKind.From,
        { Kind: StageReferenceKind.CopyFrom } => BuildReasonKind.Copy,
        _ => BuildReasonKind.Mount,
    };

    private static bool IsDependency(StageEdge edge) => edge.Kind is BuildReasonKind.Copy or BuildReasonKind.Mount;

    private static ImmutableArray<StageEdge>[] Group(ImmutableArray<StageEdge> edges, Func<StageEdge, int> key, int count)
    {
        var groups = edges.ToLookup(key);
        return [.. Enumerable.Range(0, count).Select(index => groups[index].ToImmutableArray())];
    }

    /// <summary>The first stage of the file that needs another through COPY and mounts alone, however far, or is that one.</summary>
    private Stage FirstThatLeadsTo(Stage goal)
    {
        var first = goal;
        var seen = new HashSet<int> { goal.Index };
        var waiting = new Stack<Stage>([goal]);
        while (waiting.TryPop(out var stage))
        {
            first = stage.Index < first.Index ? stage : first;
            foreach (var edge in UsesOf(stage))
            {
                if (IsDependency(edge) && seen.Add(edge.User.Index))
                    waiting.Push(edge.User);
            }
        }

        return first;
    }

    /// <summary>Whether a stage needs another through COPY and mounts alone, or is that one.</summary>
    private bool Reaches(Stage start, Stage goal)
    {
        var seen = new HashSet<int> { start.Index };
        var waiting = new Stack<Stage>([start]);
        while (waiting.TryPop(out var stage))
        {
            if (stage.Index == goal.Index)
                return true;
            foreach (var edge in NeedsOf(stage))
            {
                if (IsDependency(edge) && seen.Add(edge.Needed.Index))
                    waiting.Push(edge.Needed);
            }
        }

        return false;
    }

    /// <summary>Goes down into what each stage needs, as BuildKit does, without a call for each step: a chain may have thousands.</summary>
    private StageCircle? FindCircle()
    {
        var isDone = new bool[_stages.Length];
        var isOnPath = new bool[_stages.Length];
        foreach (var start in _stages)
        {
            if (isDone[start.Index])
                continue;
            var path = new List<StageEdge>();
            var waiting = new Stack<(Stage Stage, IEnumerator<StageEdge> Needs)>();
            Enter(start);
            while (waiting.TryPeek(out var at))
            {
                if (!at.Needs.MoveNext())
                {
                    waiting.Pop();
                    isOnPath[at.Stage.Index] = false;
                    if (path.Count > 0)
                        path.RemoveAt(path.Count - 1);
                    continue;
                }

                var edge = at.Needs.Current;
                if (isOnPath[edge.Needed.Index])
                    return new StageCircle(start, [.. path.SkipWhile(before => before.User.Index != edge.Needed.Index), edge]);
                if (isDone[edge.Needed.Index])
                    continue;
                path.Add(edge);
                Enter(edge.Needed);
            }

            void Enter(Stage stage)
            {
                isDone[stage.Index] = isOnPath[stage.Index] = true;
                waiting.Push((stage, NeedsOf(stage).Where(IsDependency).GetEnumerator()));
            }
        }

        return null;
    }
}
