using System.Globalization;
using System.Text;
using Dockstage.Core.Features.Graphs;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;

namespace Dockstage.Cli.Graphs;

/// <summary>A graph for people: each Dockerfile as a tree, then the builds of each consumer's file with the stages that they build.</summary>
internal sealed class GraphText
{
    private readonly BuildGraph _graph;
    private readonly Language _language;
    private readonly bool _isColoured;
    private readonly StringBuilder _text = new();

    private GraphText(BuildGraph graph, Language language, bool isColoured) => (_graph, _language, _isColoured) = (graph, language, isColoured);

    /// <summary>The graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="isColoured">Whether the reader is a person at a terminal.</param>
    public static string Of(BuildGraph graph, Language language, bool isColoured)
    {
        var text = new GraphText(graph, language, isColoured);
        foreach (var tree in GraphTree.Of(graph))
            text.Add(tree);
        foreach (var file in graph.Nodes.Where(node => node.Kind == GraphNodeKind.Consumer).GroupBy(node => node.Path!))
            text.Add(file);
        return text._text.ToString();
    }

    private void Add(GraphTree tree)
    {
        Heading(tree.Dockerfile);
        foreach (var line in tree.Lines)
        {
            _text.Append("  ").Append(Colour.Faint.On(line.Branches, _isColoured));
            if (line.By is { } arrow)
                _text.Append(Colour.Faint.On(arrow.Label, _isColoured)).Append(' ');
            _text.Append(ColourOf(line.Node).On(DisplayText.Harmless(line.Node.Label), _isColoured));
            if (NoteOf(line) is { Length: > 0 } note)
                _text.Append(' ').Append(Colour.Faint.On($"({note})", _isColoured));
            _text.Append('\n');
        }
    }

    private void Add(IGrouping<DocumentPath, GraphNode> file)
    {
        Heading(file.Key);
        var nodes = _graph.Nodes.ToDictionary(node => node.Id);
        var builds = _graph.Edges.Where(edge => edge.Kind == GraphEdgeKind.Builds).ToLookup(edge => edge.From, edge => nodes[edge.To]);
        var rows = file.SelectMany(consumer => builds[consumer.Id].DefaultIfEmpty().Select(stage => RowOf(consumer, stage))).ToList();
        var columns = new Columns(rows);
        foreach (var row in rows)
            _text.Append("  ").Append(columns.Row(row, _isColoured)).Append('\n');
    }

    private Columns.Cell[] RowOf(GraphNode consumer, GraphNode? stage) => (stage, consumer.MissingTarget) switch
    {
        ({ } found, _) => [new(consumer.Label), new($"→ {found.Label}", ColourOf(found)), new(PlaceOf(found), Colour.Faint)],
        (null, { } missing) => [new(consumer.Label), new($"→ {missing}"), new(CliMessages.GraphMissingStage.In(_language), Colour.Yellow)],
        _ => [new(consumer.Label), new(CliMessages.GraphNoStage.In(_language), Colour.Faint)],
    };

    private void Heading(DocumentPath path)
    {
        if (_text.Length > 0)
            _text.Append('\n');
        _text.Append(Colour.Bold.On(DisplayText.Harmless(path.RelativeTo(_graph.Root)), _isColoured)).Append('\n');
    }

    private string PlaceOf(GraphNode node) =>
        string.Create(CultureInfo.InvariantCulture, $"{node.Path!.RelativeTo(_graph.Root)}:{node.Line + 1}");

    private string NoteOf(GraphTreeLine line)
    {
        var notes = new List<string>();
        if (line.Node.Kind == GraphNodeKind.Context)
            notes.Add(CliMessages.GraphContext.In(_language));
        if (line.By is null && line.Node.IsDefault)
            notes.Add(CliMessages.DefaultStage.In(_language));
        if (line.By is null && line.Node.IsUnreachable)
            notes.Add(CliMessages.GraphUnreachable.In(_language));
        if (line.Rest != GraphTreeRest.None)
            notes.Add((line.Rest == GraphTreeRest.Above ? CliMessages.GraphAbove : CliMessages.GraphBelow).In(_language));
        return string.Join(", ", notes);
    }

    private static Colour ColourOf(GraphNode node) => node.Kind switch
    {
        GraphNodeKind.Stage => node.IsUnreachable ? Colour.None : Colour.Green,
        GraphNodeKind.Image => Colour.Cyan,
        GraphNodeKind.Context => Colour.Yellow,
        _ => Colour.Faint,
    };
}
