using System.Collections.Immutable;

namespace Dockstage.Core.Semantics;

/// <summary>The stages of one Dockerfile and who needs whom.</summary>
public sealed class StageGraph
{
    private readonly ImmutableArray<StageEdge>[] _from;
    private readonly ImmutableArray<StageEdge>[] _to;
    private readonly ImmutableArray<StageReference>[] _outside;
    private readonly Lazy<ImmutableArray<StageEdge>> _cycleEdges;

    /// <summary>Binds the references of a file.</summary>
    internal StageGraph(ImmutableArray<Stage> stages, ImmutableArray<StageReference> references, StageNames names)
    {
        var edges = ImmutableArray.CreateBuilder<StageEdge>();
        var outside = new ImmutableArray<StageReference>.Builder?[stages.Length];
        var own = references.ToLookup(reference => reference.StageIndex);
        foreach (var user in stages)
        {
            // BuildKit puts the triggers of the base stage before the stage's own instructions. They go no further than one stage.
            foreach (var reference in TriggersFor(user))
                Add(user, reference, BuildReasonKind.Onbuild, names.Resolve(reference.Kind, reference.Text));
            foreach (var reference in own[user.Index])
            {
                if (!reference.IsTrigger)
                    Add(user, reference, KindOf(reference.Kind), reference.Stage?.Index);
            }
        }

        Edges = edges.DrainToImmutable();
        _from = Group(Edges, edge => edge.User.Index, stages.Length);
        _to = Group(Edges, edge => edge.Needed.Index, stages.Length);
        _outside = [.. outside.Select(references => references?.ToImmutable() ?? [])];
        _cycleEdges = new(() => [.. Edges.Where(edge => IsDependency(edge) && !edge.IsInOrder && Reaches(edge.Needed, edge.User))]);

        IEnumerable<StageReference> TriggersFor(Stage user) => user.Base is StageBase.OnStage(var parent)
            ? own[parent.Index].Where(reference => reference.IsTrigger)
            : [];

        void Add(Stage user, StageReference reference, BuildReasonKind kind, int? needed)
        {
            if (needed is { } index)
                edges.Add(new StageEdge(user, stages[index], kind, reference));
            else
                (outside[user.Index] ??= ImmutableArray.CreateBuilder<StageReference>()).Add(reference);
        }
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

    /// <summary>The references of a stage, also those it gets through ONBUILD, that name no stage: images, contexts, errors.</summary>
    internal ImmutableArray<StageReference> OutsideOf(Stage stage) => _outside[stage.Index];

    private static BuildReasonKind KindOf(StageReferenceKind kind) => kind switch
    {
        StageReferenceKind.From => BuildReasonKind.From,
        StageReferenceKind.CopyFrom => BuildReasonKind.Copy,
        _ => BuildReasonKind.Mount,
    };

    private static bool IsDependency(StageEdge edge) => edge.Kind is BuildReasonKind.Copy or BuildReasonKind.Mount;

    private static ImmutableArray<StageEdge>[] Group(ImmutableArray<StageEdge> edges, Func<StageEdge, int> key, int count)
    {
        var groups = edges.ToLookup(key);
        return [.. Enumerable.Range(0, count).Select(index => groups[index].ToImmutableArray())];
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
}
