using Dockstage.Core.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dockstage.Core.Formats;

/// <summary>
/// Turns YamlDotNet's events over one slice of a text into nodes. The event stream is the only form of YamlDotNet that keeps
/// duplicate keys and delivers what stands before an error.
/// </summary>
internal sealed class YamlTreeBuilder
{
    /// <summary>Deeper nesting is taken for an error: nobody writes it, and the scanner's cost grows with depth times length.</summary>
    private const int MaxDepth = 1_000;

    private readonly string _text;
    private readonly TextSpan _slice;
    private readonly Dictionary<string, YamlNode> _anchors;
    private readonly Stack<Frame> _open = new();
    private readonly List<YamlNode> _roots = [];
    private readonly int _base;
    private readonly IReadOnlyDictionary<int, string>? _hiddenAnchors;
    private int _reached;
    private int _reachedEnd;

    private YamlTreeBuilder(
        string text, TextSpan slice, int indent, Dictionary<string, YamlNode> anchors, IReadOnlyDictionary<int, string>? hiddenAnchors)
    {
        _text = text;
        _slice = slice;
        _base = slice.Start - indent;
        _anchors = anchors;
        _hiddenAnchors = hiddenAnchors;
    }

    /// <summary>What a slice holds.</summary>
    /// <param name="Roots">The roots of its documents; in a broken slice with everything before the error.</param>
    /// <param name="ErrorAt">
    /// Where to look for the error, or null when there is none: at a bracket or quote that is not closed, else where reading stopped.
    /// </param>
    /// <param name="StoppedAt">Where reading stopped.</param>
    /// <param name="Missing">
    /// The quote and brackets that would have to stand behind the slice to finish it; empty when that is not the error.
    /// </param>
    internal readonly record struct Tree(List<YamlNode> Roots, int? ErrorAt, int StoppedAt, string Missing)
    {
        /// <summary>Where an anchor stands that may be all that is wrong; see <see cref="YamlAnchors"/>.</summary>
        public int? AnchorAt { get; init; }
    }

    /// <summary>Reads a slice.</summary>
    /// <param name="text">The whole text; all offsets are into it.</param>
    /// <param name="slice">The part to read.</param>
    /// <param name="anchors">Anchors of what stands before in the same document; those of the slice are added.</param>
    /// <param name="indent">Column of the slice's start: the slice is read as if that many blanks stood before it.</param>
    /// <param name="closing">What is read behind the slice as if it stood there: see <see cref="Tree.Missing"/>.</param>
    /// <param name="hiddenAnchors">Anchors that are not in the text that is read, by the offset of what they are before.</param>
    internal static Tree Build(
        string text, TextSpan slice, Dictionary<string, YamlNode> anchors, int indent = 0, string closing = "",
        IReadOnlyDictionary<int, string>? hiddenAnchors = null)
    {
        var builder = new YamlTreeBuilder(text, slice, indent, anchors, hiddenAnchors);
        return builder.Run(indent, closing);
    }

    private Tree Run(int indent, string closing)
    {
        try
        {
            var parser = new Parser(new SliceReader(_text, _slice, indent, closing));
            while (parser.MoveNext())
            {
                if (!Accept(parser.Current!))
                    return Broken(_reached, null);
            }

            return new Tree(_roots, null, _slice.End, "");
        }
        catch (YamlException e)
        {
            // Some errors carry no place (Mark.Empty has offset 0): then the last event tells how far it went.
            var at = Math.Clamp(Offset(e.Start), _reached, _slice.End);
            var anchor = e is SemanticErrorException && _open.TryPeek(out var frame) && frame is { Node: YamlMapping { IsFlow: true }, Key: not null }
                ? YamlAnchors.Find(_text, _reachedEnd, at)
                : null;
            return Broken(at, OpenQuote(e)) with { AnchorAt = anchor };
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner and parser throw this where they meet a state that they hold to be impossible.
            return Broken(_reached, null);
        }
    }

    private Tree Broken(int at, int? openQuote)
    {
        var blame = openQuote ?? at;
        var missing = openQuote is { } quote ? _text[quote].ToString() : "";
        var isUnfinished = openQuote is null && _text.AsSpan(at, _slice.End - at).IsWhiteSpace();
        while (_open.Count > 0)
        {
            var node = _open.Peek().Node;
            if (IsFlow(node))
            {
                blame = node.Span.Start;
                // On a line of its own, for the slice may end with a comment, or with a colon that needs a blank behind it.
                if (isUnfinished)
                    missing += node is YamlMapping ? "\n}" : "\n]";
            }

            Close(at);
        }

        return new Tree(_roots, blame, at, missing);
    }

    private int? OpenQuote(YamlException error)
    {
        var at = Offset(error.Start);
        var reachedEnd = Offset(error.End) >= _slice.End;
        return at < _slice.End && _text[at] is '"' or '\'' && reachedEnd ? at : null;
    }

    private int Offset(in Mark mark) => (int)Math.Clamp(_base + mark.Index, _slice.Start, _slice.End);

    private bool IsKeyNext => _open.TryPeek(out var frame) && frame is { Node: YamlMapping, Key: null };

    /// <summary>Takes one event. False when the text goes too deep or a key is missing.</summary>
    private bool Accept(ParsingEvent e)
    {
        _reached = Math.Max(_reached, Offset(e.Start));
        _reachedEnd = Math.Max(_reachedEnd, Offset(e.End));
        switch (e)
        {
            case DocumentStart:
                return true;
            case MappingStart mapping:
                return Open(new YamlMapping { IsFlow = mapping.Style == MappingStyle.Flow }, mapping);
            case SequenceStart sequence:
                return Open(new YamlSequence { IsFlow = sequence.Style == SequenceStyle.Flow }, sequence);
            case MappingEnd or SequenceEnd:
                var end = Offset(e.Start);
                Close(end < _slice.End && _text[end] is '}' or ']' ? end + 1 : end);
                return true;
            case Scalar { Value: "", Style: ScalarStyle.Plain, Tag.IsEmpty: true, Anchor.IsEmpty: true } when IsKeyNext:
                // A line that begins with a colon: the parser takes the next line's key for its value, and so on to the end.
                return false;
            case Scalar scalar:
                Attach(ReadScalar(scalar));
                return true;
            case AnchorAlias alias:
                Attach(new YamlAlias
                {
                    Name = alias.Value.Value,
                    Target = _anchors.GetValueOrDefault(alias.Value.Value),
                    Span = TextSpan.Between(Offset(alias.Start), Offset(alias.End)),
                });
                return true;
            default:
                return true;
        }
    }

    private bool Open(YamlNode node, NodeEvent e)
    {
        if (_open.Count >= MaxDepth)
            return false;
        Describe(node, e);
        node.Span = TextSpan.At(SkipProperties(e));
        Attach(node);
        _open.Push(new Frame(node));
        return true;
    }

    private void Close(int end)
    {
        var frame = _open.Pop();
        if (frame.Key is { } key)
            AddEntry(frame, key, Missing(BehindColon(key)));
        // The end event of a block stands where the next token begins, lines below: the last child says better where it ends.
        frame.Node.Span = TextSpan.Between(frame.Node.Span.Start, Math.Max(frame.End, IsFlow(frame.Node) ? end : 0));
        if (_open.TryPeek(out var parent))
            parent.End = Math.Max(parent.End, frame.Node.Span.End);
    }

    private void Attach(YamlNode node)
    {
        if (!_open.TryPeek(out var frame))
        {
            _roots.Add(node);
            return;
        }

        frame.End = Math.Max(frame.End, node.Span.End);
        if (frame.Node is YamlSequence sequence)
        {
            sequence.Add(node);
        }
        else if (frame.Key is { } key)
        {
            AddEntry(frame, key, node);
        }
        else
        {
            frame.Key = node;
        }
    }

    private void AddEntry(Frame frame, YamlNode key, YamlNode value)
    {
        // The parser places a missing value sometimes behind the colon, sometimes at the next token.
        if (value is YamlScalar { IsMissing: true, Anchor: null, Tag: null })
            value.Span = TextSpan.At(BehindColon(key));
        frame.End = Math.Max(frame.End, value.Span.End);
        ((YamlMapping)frame.Node).Add(new YamlEntry(key, value));
        frame.Key = null;
    }

    private int BehindColon(YamlNode key)
    {
        var at = key.Span.End;
        if (key is YamlScalar { Style: YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted })
            at++;
        while (at < _slice.End && _text[at] is ' ' or '\t')
            at++;
        return at < _slice.End && _text[at] == ':' ? at + 1 : Math.Min(key.Span.End, _slice.End);
    }

    private YamlScalar ReadScalar(Scalar e)
    {
        var style = StyleOf(e.Style);
        var node = new YamlScalar { Style = style, Text = YamlLineBreaks.Shown(e.Value, style) };
        Describe(node, e);
        node.Span = ContentOf(e, node.Style);
        return node;
    }

    private TextSpan ContentOf(Scalar e, YamlScalarStyle style)
    {
        var start = SkipProperties(e);
        var end = Math.Max(start, Offset(e.End));
        switch (style)
        {
            case YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted:
                // The end may lie behind the slice, where a missing quote was added.
                start = Math.Min(start + 1, _slice.End);
                return TextSpan.Between(start, (int)Math.Clamp(_base + e.End.Index - 1, start, _slice.End));
            case YamlScalarStyle.Literal or YamlScalarStyle.Folded:
                var header = _text.AsSpan(start, end - start).IndexOfAny('\r', '\n');
                if (header < 0)
                    return TextSpan.At(end);
                var body = _text.AsSpan(start + header, end - start - header);
                var blank = body.Length - body.TrimStart().Length;
                var length = body.Trim().Length;
                return length == 0 ? TextSpan.At(start + header) : new TextSpan(start + header + blank, length);
            default:
                return e.Value.Length == 0 ? TextSpan.At(start) : TextSpan.Between(start, end);
        }
    }

    private void Describe(YamlNode node, NodeEvent e)
    {
        node.Tag = e.Tag.IsEmpty ? null : e.Tag.Value;
        var anchor = e.Anchor.IsEmpty ? _hiddenAnchors?.GetValueOrDefault(Offset(e.Start)) : e.Anchor.Value;
        if (anchor is null)
            return;
        node.Anchor = anchor;
        _anchors[node.Anchor] = node;
    }

    /// <summary>Where a node's content begins; events begin at the anchor or tag. Without content: behind the last of those.</summary>
    private int SkipProperties(NodeEvent e)
    {
        var at = Offset(e.Start);
        if (e.Anchor.IsEmpty && e.Tag.IsEmpty)
            return at;
        var isEmpty = e is Scalar { Value: "", Style: ScalarStyle.Plain or ScalarStyle.Any };
        while (at < _slice.End && _text[at] is '&' or '!')
        {
            while (at < _slice.End && !char.IsWhiteSpace(_text[at]) && (_text[at] is not (',' or '}' or ']')))
                at++;
            var behind = at;
            at = SkipBlanks(at);
            if (isEmpty && (at >= _slice.End || _text[at] is not ('&' or '!') || _text.AsSpan(behind, at - behind).ContainsAny('\r', '\n')))
                return behind;
        }

        return at;
    }

    private int SkipBlanks(int at)
    {
        while (at < _slice.End && (char.IsWhiteSpace(_text[at]) || _text[at] == '#'))
        {
            if (_text[at] == '#')
            {
                while (at < _slice.End && _text[at] is not ('\r' or '\n'))
                    at++;
            }
            else
            {
                at++;
            }
        }

        return at;
    }

    private static bool IsFlow(YamlNode node) => node is YamlMapping { IsFlow: true } or YamlSequence { IsFlow: true };

    private static YamlScalar Missing(int at) => new() { Style = YamlScalarStyle.Plain, Text = "", Span = TextSpan.At(at) };

    private static YamlScalarStyle StyleOf(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => YamlScalarStyle.SingleQuoted,
        ScalarStyle.DoubleQuoted => YamlScalarStyle.DoubleQuoted,
        ScalarStyle.Literal => YamlScalarStyle.Literal,
        ScalarStyle.Folded => YamlScalarStyle.Folded,
        _ => YamlScalarStyle.Plain,
    };

    /// <summary>A mapping or sequence that is not finished yet.</summary>
    private sealed class Frame(YamlNode node)
    {
        public YamlNode Node { get; } = node;

        /// <summary>In a mapping: the key that waits for its value.</summary>
        public YamlNode? Key { get; set; }

        /// <summary>Where the last child ends.</summary>
        public int End { get; set; } = node.Span.Start;
    }
}
