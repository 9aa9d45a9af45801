using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Formats;

/// <summary>
/// Reads a broken YAML text around its broken places.
/// <para>
/// YAML's blocks are visible by indentation alone. A block whose text cannot be read is taken apart into its entries (chunks: a line
/// and the deeper lines below it); those around the error are read together, the one with the error is taken apart in turn: its
/// first line alone, then the block below it. What cannot be read even as a single line is left out. So a mistake costs its own
/// line, offsets stay exact, and all work together is a few times the text's length.
/// </para>
/// </summary>
internal sealed class YamlRecovery
{
    /// <summary>Blocks nested deeper than this are left out in a broken text; reading them is recursive.</summary>
    private const int MaxDepth = 500;

    private readonly SourceText _source;
    private readonly string _text;
    private readonly Line[] _lines;
    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);

    /// <summary>Units that may still be read in trying; afterwards every line is read alone.</summary>
    private int _budget;

    private YamlRecovery(SourceText source, string text)
    {
        _source = source;
        _lines = new Line[source.LineCount];
        _text = UntabIndents(source, text);
        _budget = (4 * text.Length) + 20_000;
        for (var i = 0; i < _lines.Length; i++)
            _lines[i] = Line.Of(_text, source.LineSpan(i));
        HideStrays();
    }

    /// <summary>Reads a text that has an error.</summary>
    /// <param name="source">The text, for its lines.</param>
    /// <param name="text">The same text as the parser is to see it.</param>
    /// <param name="errorAt">Offset of the error that was met first.</param>
    internal static ImmutableArray<YamlNode> Read(SourceText source, string text, int errorAt) =>
        new YamlRecovery(source, text).ReadDocuments(source.LineAt(errorAt));

    private ImmutableArray<YamlNode> ReadDocuments(int brokenLine)
    {
        var documents = ImmutableArray.CreateBuilder<YamlNode>();
        var from = 0;
        for (var i = 0; i <= _lines.Length; i++)
        {
            if (i < _lines.Length && !TakeMarker(i, isFirst: FirstContent(from, i) == i))
                continue;
            if (ReadBlock(from, i, brokenLine >= from && brokenLine < i ? brokenLine : null, depth: 0) is { } root)
                documents.Add(root);
            from = i;
        }

        return documents.ToImmutable();
    }

    /// <summary>Whether a line ends the document before it. Markers and directives are made invisible.</summary>
    private bool TakeMarker(int index, bool isFirst)
    {
        ref var line = ref _lines[index];
        var text = _text.AsSpan(line.Start, line.End - line.Start);
        if (isFirst && text.StartsWith('%'))
            line.IsContent = false;
        if (!text.StartsWith("---") && !text.StartsWith("..."))
            return false;
        if (text.Length > 3 && text[3] is not (' ' or '\t'))
            return false;
        line = line.From(_text, line.Start + 3);
        return true;
    }

    /// <summary>
    /// Hides lines that stand too far to the left amid a block (a word typed in the first column), for by its indentation such a line
    /// would end all blocks around and take what follows for its own. It is one when nothing can stand below it and the next line
    /// goes on in a block that was open before. A line just one level above that may as well be a key without its colon, and stays.
    /// </summary>
    private void HideStrays()
    {
        var open = new Stack<int>();
        for (var i = 0; i < _lines.Length; i++)
        {
            ref var line = ref _lines[i];
            if (!line.IsContent)
                continue;
            var next = FirstContent(i + 1, _lines.Length);
            if (next < _lines.Length && open.TryPeek(out var before) && line.Indent < before && !line.IsOpener(_text)
                && _lines[next].Indent is var goesOn && goesOn > line.Indent && open.Contains(goesOn))
            {
                var below = LowestAbove(open, line.Indent);
                var isNextLevel = goesOn == below && open.Contains(line.Indent);
                if (!isNextLevel || !line.CanBeKey(_text))
                {
                    line.IsContent = false;
                    continue;
                }
            }

            while (open.TryPeek(out var top) && top >= line.Indent)
                open.Pop();
            open.Push(line.Indent);
        }
    }

    private static int LowestAbove(Stack<int> open, int indent)
    {
        var lowest = int.MaxValue;
        foreach (var level in open)
        {
            if (level <= indent)
                break;
            lowest = level;
        }

        return lowest;
    }

    private YamlNode? ReadBlock(int from, int to, int? brokenLine, int depth)
    {
        from = FirstContent(from, to);
        if (from == to || depth > MaxDepth)
            return null;
        if (brokenLine is null)
        {
            var tree = TryRead(from, to, out brokenLine);
            if (brokenLine is null)
                return tree.Roots.FirstOrDefault();
        }

        var block = new Block();
        var starts = FindChunks(from, to);
        ReadChunks(block, starts, 0, starts.Count - 1, brokenLine, depth);
        return block.ToNode();
    }

    /// <summary>Reads neighbouring chunks, together where that is possible. The last of <paramref name="starts"/> is where they end.</summary>
    private void ReadChunks(Block block, List<int> starts, int first, int end, int? brokenLine, int depth)
    {
        while (first < end)
        {
            if (brokenLine is null)
            {
                var tree = TryRead(starts[first], starts[end], out brokenLine);
                if (brokenLine is null)
                {
                    block.Add(tree.Roots.FirstOrDefault());
                    return;
                }
            }

            var broken = starts.BinarySearch(first, end - first, brokenLine.Value, null);
            broken = Math.Clamp(broken >= 0 ? broken : ~broken - 1, first, end - 1);
            if (_budget > 0)
            {
                ReadChunks(block, starts, first, broken, null, depth);
            }
            else
            {
                for (; first < broken; first++)
                    ReadChunk(block, starts[first], starts[first + 1], starts[first], depth);
            }

            ReadChunk(block, starts[broken], starts[broken + 1], brokenLine.Value, depth);
            first = broken + 1;
            brokenLine = null;
        }
    }

    /// <summary>Reads one chunk that is known to be broken.</summary>
    private void ReadChunk(Block block, int from, int to, int brokenLine, int depth)
    {
        int? brokenBelow = brokenLine > from && brokenLine < to ? brokenLine : null;
        if (_lines[from].IsItem(_text))
        {
            var dash = _lines[from].ContentStart;
            _lines[from] = _lines[from].From(_text, dash + 1);
            block.AddItem(ReadBlock(from, to, brokenBelow, depth + 1) ?? Missing(dash + 1));
            return;
        }

        var header = ReadHeader(from);
        if (header.Roots is not [YamlMapping { IsFlow: false, Entries: [.., var entry] } mapping])
        {
            var word = header.Roots.FirstOrDefault();
            // A key that has lost its colon, or not got it yet, still has the block below it.
            var isKey = word is YamlScalar { Style: YamlScalarStyle.Plain } scalar && !scalar.Text.Contains(' ');
            if (isKey && ReadBlock(from + 1, to, brokenBelow, depth + 1) is { } value)
                block.AddEntry(new YamlEntry(word!, value));
            else
                block.Add(word);
            return;
        }

        for (var i = 0; i < mapping.Entries.Count - 1; i++)
            block.AddEntry(mapping.Entries[i]);
        switch (entry.Value)
        {
            case YamlScalar { IsMissing: true } missing when ReadBlock(from + 1, to, brokenBelow, depth + 1) is { } below:
                block.AddEntry(entry with { Value = Replace(missing, below) });
                break;
            case YamlScalar { Style: YamlScalarStyle.Literal or YamlScalarStyle.Folded }:
                block.AddEntry(ReadWhole(from, to) ?? entry);
                break;
            case YamlMapping or YamlSequence when header.ErrorAt is not null && HasFlowLines(from + 1, to):
                block.AddEntry(ReadWhole(from, to) ?? entry);
                break;
            case YamlMapping { Entries: [] } or YamlSequence { Items: [] }
                when ReadBlock(from + 1, to, brokenBelow, depth + 1) is { } below:
                block.AddEntry(entry with { Value = Replace(entry.Value, below) });
                break;
            default:
                block.AddEntry(entry);
                // Lines below a finished value: meant beside it, only indented too far.
                if (ReadBlock(from + 1, to, brokenBelow, depth + 1) is YamlMapping { IsFlow: false } beside)
                    block.Add(beside);
                break;
        }
    }

    /// <summary>Reads the first line of a chunk alone. A quote and brackets that it leaves open end with the line.</summary>
    private YamlTreeBuilder.Tree ReadHeader(int index) => ReadClosed(index, _lines[index].End);

    /// <summary>The last entry of a chunk that is read as a whole, up to its error.</summary>
    private YamlEntry? ReadWhole(int from, int to)
    {
        if (_budget <= 0)
            return null;
        var tree = ReadClosed(from, _lines[to - 1].End);
        _budget -= 64 + tree.StoppedAt - _lines[from].Start;
        return tree.Roots is [YamlMapping { Entries: [.., var entry] }] ? entry : null;
    }

    private YamlTreeBuilder.Tree ReadClosed(int from, int end)
    {
        var line = _lines[from];
        var slice = TextSpan.Between(line.ContentStart, end);
        var tree = YamlTreeBuilder.Build(_text, slice, _anchors, line.Indent);
        var first = tree;
        // Twice, because which brackets are open is known only when the quote is closed.
        for (var i = 0; i < 2 && tree.Missing.Length > 0; i++)
        {
            var closing = (i == 0 ? "" : first.Missing) + tree.Missing;
            tree = YamlTreeBuilder.Build(_text, slice, _anchors, line.Indent, closing);
        }

        return tree with { ErrorAt = first.ErrorAt };
    }

    private YamlTreeBuilder.Tree TryRead(int from, int to, out int? brokenLine)
    {
        if (_budget <= 0)
        {
            brokenLine = from;
            return default;
        }

        var slice = TextSpan.Between(_lines[from].ContentStart, to < _lines.Length ? _lines[to].Start : _text.Length);
        var tree = YamlTreeBuilder.Build(_text, slice, _anchors, _lines[from].Indent);
        _budget -= 64 + tree.StoppedAt - slice.Start;
        brokenLine = tree.ErrorAt is { } at ? Math.Clamp(_source.LineAt(at), from, to - 1) : null;
        return tree;
    }

    private YamlNode Replace(YamlNode placeholder, YamlNode node)
    {
        node.Tag ??= placeholder.Tag;
        if (placeholder.Anchor is { } anchor)
        {
            node.Anchor ??= anchor;
            _anchors[anchor] = node;
        }

        return node;
    }

    /// <summary>Where the chunks of a block begin, and its end.</summary>
    private List<int> FindChunks(int from, int to)
    {
        var starts = new List<int> { from };
        for (var i = from + 1; i < to; i++)
        {
            var start = _lines[starts[^1]];
            if (!_lines[i].IsContent || _lines[i].Indent > start.Indent)
                continue;
            // YAML 1.2.2, 8.2.2: the items of a sequence may stand in the column of the key that they belong to. Where the block
            // itself is a sequence they are its own.
            if (_lines[i].Indent == start.Indent && _lines[i].IsItem(_text) && !_lines[from].IsItem(_text))
                continue;
            starts.Add(i);
        }

        starts.Add(to);
        return starts;
    }

    private bool HasFlowLines(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_text.AsSpan(_lines[i].Start, _lines[i].End - _lines[i].Start).TrimEnd().EndsWith(','))
                return true;
        }

        return false;
    }

    private int FirstContent(int from, int to)
    {
        while (from < to && !_lines[from].IsContent)
            from++;
        return from;
    }

    private static YamlScalar Missing(int at) => new() { Style = YamlScalarStyle.Plain, Text = "", Span = TextSpan.At(at) };

    /// <summary>
    /// A text that is indented by tabs throughout is read as if they were blanks. Where both occur nobody can tell how deep a tab is:
    /// such lines stay as they are and cannot be read.
    /// </summary>
    private static string UntabIndents(SourceText source, string text)
    {
        char[]? units = null;
        for (var i = 0; i < source.LineCount; i++)
        {
            var line = source.LineSpan(i);
            for (var at = line.Start; at < line.End && text[at] is ' ' or '\t'; at++)
            {
                if (text[at] == ' ')
                    return text;
                units ??= text.ToCharArray();
                units[at] = ' ';
            }
        }

        return units is null ? text : new string(units);
    }

    /// <summary>A line as recovery sees it.</summary>
    private struct Line
    {
        public int Start;

        /// <summary>Before the line end.</summary>
        public int End;

        /// <summary>The first unit that is no blank and no dash already taken.</summary>
        public int ContentStart;

        /// <summary>
        /// Whether it can begin a chunk. Comments, blank lines, closing brackets and lines with a tab in their indentation cannot.
        /// </summary>
        public bool IsContent;

        public readonly int Indent => ContentStart - Start;

        public static Line Of(string text, TextSpan span)
        {
            var start = span.Start == 0 && text.StartsWith('\uFEFF') ? 1 : span.Start;
            return new Line { Start = start, End = span.End }.From(text, start);
        }

        /// <summary>The same line, its content beginning at or behind an offset.</summary>
        public readonly Line From(string text, int at)
        {
            while (at < End && text[at] == ' ')
                at++;
            return this with { ContentStart = at, IsContent = at < End && text[at] is not ('#' or '\t' or '}' or ']') };
        }

        /// <summary>
        /// Whether more can stand below it, deeper: <c>key:</c>, also with an anchor or tag, an open bracket, a block scalar, an item.
        /// </summary>
        public readonly bool IsOpener(string text)
        {
            var content = text.AsSpan(ContentStart, End - ContentStart);
            if (content.IndexOf(" #") is >= 0 and var comment)
                content = content[..comment];
            content = content.TrimEnd();
            if (IsItem(text))
                return true;
            if (!CanBeKey(text))
                return false;
            if (content.EndsWith(':') || content.EndsWith('{') || content.EndsWith('[') || content.EndsWith(','))
                return true;
            var value = content.IndexOf(": ") is >= 0 and var colon ? content[(colon + 2)..].TrimStart() : [];
            return value.Length > 0 && value[0] is '|' or '>' or '&' or '!';
        }

        /// <summary>Whether it begins as keys do; merge keys, quoted and anchored keys too.</summary>
        public readonly bool CanBeKey(string text) =>
            IsContent
            && (char.IsLetterOrDigit(text[ContentStart])
                || text[ContentStart] is '_' or '.' or '/' or '"' or '\'' or '<' or '&' or '!' or '?');

        public readonly bool IsItem(string text) =>
            IsContent && text[ContentStart] == '-' && (ContentStart + 1 >= End || text[ContentStart + 1] is ' ' or '\t');
    }

    /// <summary>What was read of one block so far.</summary>
    private sealed class Block
    {
        private readonly List<YamlEntry> _entries = [];
        private readonly List<YamlNode> _items = [];
        private YamlNode? _other;

        public void AddEntry(YamlEntry entry) => _entries.Add(entry);

        public void AddItem(YamlNode item) => _items.Add(item);

        public void Add(YamlNode? node)
        {
            switch (node)
            {
                case YamlMapping { IsFlow: false } mapping:
                    _entries.AddRange(mapping.Entries);
                    break;
                case YamlSequence { IsFlow: false } sequence:
                    _items.AddRange(sequence.Items);
                    break;
                default:
                    _other ??= node;
                    break;
            }
        }

        /// <summary>The block as one node: what most of its lines say that it is.</summary>
        public YamlNode? ToNode()
        {
            if (_entries.Count > 0 && _entries.Count >= _items.Count)
            {
                var mapping = new YamlMapping { Span = Cover(_entries[0].Key, _entries[^1].Value) };
                _entries.ForEach(mapping.Add);
                return mapping;
            }

            if (_items.Count > 0)
            {
                var sequence = new YamlSequence { Span = Cover(_items[0], _items[^1]) };
                _items.ForEach(sequence.Add);
                return sequence;
            }

            return _other;
        }

        private static TextSpan Cover(YamlNode first, YamlNode last) =>
            TextSpan.Between(first.Span.Start, Math.Max(first.Span.End, last.Span.End));
    }
}
