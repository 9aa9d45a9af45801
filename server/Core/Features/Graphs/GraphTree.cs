using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Graphs;

/// <summary>
/// The stages of a Dockerfile as a tree: below each stage what it needs. The default target comes first, then what nothing else of the file needs.
/// What a stage needs is written out once.
/// </summary>
/// <param name="Dockerfile">The Dockerfile.</param>
/// <param name="Lines">The tree, from above.</param>
public sealed record GraphTree(DocumentPath Dockerfile, ImmutableArray<GraphTreeLine> Lines)
{
    /// <summary>The deepest line; what lies deeper becomes a tree of its own, so that a long chain of stages stays readable.</summary>
    private const int Deepest = 10;

    /// <summary>The trees of a graph, one for each Dockerfile.</summary>
    public static IEnumerable<GraphTree> Of(BuildGraph graph)
    {
        var needs = GraphArrow.Of(graph).ToLookup(arrow => arrow.From.Id);
        return graph.Nodes.Where(node => node.Kind == GraphNodeKind.Stage).GroupBy(node => node.Dockerfile!)
            .Select(stages => new GraphTree(stages.Key, new Growth(needs).Grow([.. stages])));
    }

    private sealed class Growth(ILookup<string, GraphArrow> needs)
    {
        private readonly ImmutableArray<GraphTreeLine>.Builder _lines = ImmutableArray.CreateBuilder<GraphTreeLine>();
        private readonly HashSet<string> _shown = [];
        private readonly Queue<GraphNode> _cut = new();

        public ImmutableArray<GraphTreeLine> Grow(List<GraphNode> stages)
        {
            var needed = stages.SelectMany(stage => needs[stage.Id]).Where(arrow => arrow.To.Id != arrow.From.Id).Select(arrow => arrow.To.Id).ToHashSet();
            var roots = stages.Where(stage => stage.IsDefault || !needed.Contains(stage.Id)).OrderByDescending(stage => stage.IsDefault);
            // Stages of a circle are all needed by one another.
            foreach (var root in roots.Concat(stages))
            {
                GrowFrom(root);
                while (_cut.TryDequeue(out var next))
                    GrowFrom(next);
            }

            return _lines.ToImmutable();
        }

        private void GrowFrom(GraphNode root)
        {
            if (!_shown.Contains(root.Id))
                Add(root, null, "", "", 0);
        }

        private void Add(GraphNode node, GraphArrow? by, string mark, string indent, int depth)
        {
            var needed = needs[node.Id].ToList();
            var rest = needed.Count == 0 ? GraphTreeRest.None
                : _shown.Contains(node.Id) ? GraphTreeRest.Above
                : depth == Deepest ? GraphTreeRest.Below
                : GraphTreeRest.None;
            _lines.Add(new GraphTreeLine(mark, by, node, rest));
            if (rest == GraphTreeRest.Below)
                _cut.Enqueue(node);
            if (rest != GraphTreeRest.None)
                return;
            _shown.Add(node.Id);
            foreach (var (i, arrow) in needed.Index())
            {
                var isLast = i == needed.Count - 1;
                Add(arrow.To, arrow, indent + (isLast ? "└─ " : "├─ "), indent + (isLast ? "   " : "│  "), depth + 1);
            }
        }
    }
}
