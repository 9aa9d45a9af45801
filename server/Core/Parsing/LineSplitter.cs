using System.Collections.Immutable;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Parsing;

/// <summary>
/// Splits a file into its pieces: blank lines, comments, directives, and instructions with their continuation lines and heredocs.
/// BuildKit: <c>parser.Parse</c>. What stands inside an instruction is not read here.
/// </summary>
internal sealed class LineSplitter
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly string _text;
    private readonly HashSet<string> _directives = [];
    private readonly HeredocReader _heredocs;
    private bool _mayBeDirective = true;

    /// <summary>Begins at the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="capacity">About how many pieces there will be.</param>
    public LineSplitter(string text, int capacity = 0)
    {
        _text = text;
        _heredocs = new HeredocReader(text);
        Pieces = new DockerfileSyntax.Builder(capacity);
    }

    /// <summary>Begins below the directives of a file.</summary>
    /// <param name="text">The text from there on.</param>
    /// <param name="escape">The escape character in force.</param>
    public static LineSplitter BelowDirectives(string text, char escape) => new(text) { Escape = escape, _mayBeDirective = false };

    /// <summary>The pieces so far.</summary>
    public DockerfileSyntax.Builder Pieces { get; }

    /// <summary>The escape character in force.</summary>
    public char Escape { get; private set; } = '\\';

    /// <summary>Whether no directive can come any more.</summary>
    public bool IsBelowDirectives => !_mayBeDirective;

    /// <summary>Splits the whole text.</summary>
    public void Split()
    {
        for (var at = 0; at < _text.Length;)
            at = TakeItem(at);
    }

    /// <summary>Takes pieces that another text has too, at the same place under the same directives, instead of splitting them.</summary>
    public void TakeOver(DockerfileSyntax other, int first, int end)
    {
        Pieces.Add(other, first, end);
        for (var i = first; _mayBeDirective && i < end; i++)
        {
            if (other.Items[i] is ParserDirective directive)
                Obey(directive);
            else
                _mayBeDirective = false;
        }
    }

    /// <summary>Takes the piece that begins at an offset; the offset behind it.</summary>
    public int TakeItem(int start)
    {
        var line = PhysicalLine.At(_text, start);
        var hasMark = start == 0 && _text[0] == ByteOrderMark;
        var contentStart = (hasMark ? line with { Start = 1 } : line).ContentStart(_text);
        if (contentStart < line.End && _text[contentStart] != '#')
        {
            _mayBeDirective = false;
            return TakeInstruction(line, contentStart);
        }

        var text = TextOf(start, line.Next);
        DockerfileItem item = contentStart == line.End
            ? new BlankLine(text)
            : (DockerfileItem?)ReadDirective(text, line.End - start, contentStart - start) ?? new Comment(text);
        if (item is ParserDirective directive)
            Obey(directive);
        else
            _mayBeDirective = false;
        Pieces.Add(item);
        return line.Next;
    }

    /// <summary>Blank lines are many and alike; they share their text.</summary>
    private string TextOf(int start, int end) => _text.AsSpan(start, end - start) switch
    {
        "\n" => "\n",
        "\r\n" => "\r\n",
        var other => other.ToString(),
    };

    private ParserDirective? ReadDirective(string text, int end, int start)
    {
        if (!_mayBeDirective || DirectiveLine.Read(text.AsSpan(0, end), start) is not { } line)
            return null;
        SyntaxError? error = null;
        if (_directives.Contains(line.Key))
            error = new SyntaxError(SyntaxErrorKind.RepeatedDirective, line.KeySpan);
        else if (line.Key == "escape" && line.Value is not ("\\" or "`"))
            error = new SyntaxError(SyntaxErrorKind.InvalidEscape, line.ValueSpan);
        return new ParserDirective(text)
        {
            Key = line.Key,
            KeySpan = line.KeySpan,
            Value = line.Value,
            ValueSpan = line.ValueSpan,
            Error = error,
        };
    }

    private void Obey(ParserDirective directive)
    {
        _directives.Add(directive.Key);
        if (directive is { Key: "escape", Error: null })
            Escape = directive.Value[0];
    }

    /// <param name="line">Its first line.</param>
    /// <param name="contentStart">Where its keyword begins.</param>
    private int TakeInstruction(PhysicalLine line, int contentStart)
    {
        var start = line.Start;
        var gaps = ImmutableArray<TextSpan>.Empty;
        var errors = ImmutableArray<SyntaxError>.Empty;
        if (ContinuationStart(contentStart, line.End) is { } continuation)
            (gaps, errors) = TakeContinuations(start, ref line, continuation);

        var source = _text.AsSpan(start, line.End - start);
        var lineSpan = TextSpan.Between(contentStart - start, line.End - start);
        var keywordSpan = Keywords.Find(source, lineSpan, gaps, out var keyword);
        var heredocs = ImmutableArray<Heredoc>.Empty;
        if (HeredocOpeners.MayOpen(keyword) && source.Contains('<'))
        {
            var openers = HeredocOpeners.Find(PlacedText.Without(source, lineSpan, gaps), Escape);
            heredocs = _heredocs.TakeBodies(openers, start, ref line, ref errors);
        }

        Pieces.Add(new Instruction(_text[start..line.Next], InstructionGrammar.Read)
        {
            Keyword = keyword,
            KeywordSpan = keywordSpan,
            LineSpan = lineSpan,
            Gaps = gaps,
            Escape = Escape,
            Heredocs = heredocs,
            Errors = errors,
        });
        return line.Next;
    }

    /// <summary>
    /// Takes the lines that continue an instruction; afterwards <paramref name="line"/> is the last of them. Comment lines and blank
    /// lines between do not end it.
    /// </summary>
    private (ImmutableArray<TextSpan> Gaps, ImmutableArray<SyntaxError> Errors) TakeContinuations(
        int start, ref PhysicalLine line, int continuation)
    {
        var gaps = ImmutableArray.CreateBuilder<TextSpan>();
        var errors = ImmutableArray.CreateBuilder<SyntaxError>();
        int? next = continuation;
        while (next is { } gapStart)
        {
            var hasMore = false;
            while (!hasMore && line.Next < _text.Length)
            {
                line = PhysicalLine.At(_text, line.Next);
                var contentStart = line.ContentStart(_text);
                if (contentStart == line.End)
                    errors.Add(new(SyntaxErrorKind.EmptyContinuation, TextSpan.Between(line.Start, line.End).Shift(-start)));
                hasMore = contentStart < line.End && _text[contentStart] != '#';
            }

            gaps.Add(TextSpan.Between(gapStart, hasMore ? line.Start : line.End).Shift(-start));
            next = hasMore ? ContinuationStart(line.Start, line.End) : null;
        }

        return (gaps.DrainToImmutable(), errors.DrainToImmutable());
    }

    /// <summary>
    /// Where the escape character stands that continues a line, or null. BuildKit: <c>([^E])E[ \t]*$|^E[ \t]*$</c>, so that two or three
    /// of them in a row continue nothing.
    /// </summary>
    private int? ContinuationStart(int start, int end)
    {
        var last = start + _text.AsSpan(start, end - start).TrimEnd(Blanks.BeforeLineEnd).Length - 1;
        return last >= start && _text[last] == Escape && (last == start || _text[last - 1] != Escape) ? last : null;
    }
}
