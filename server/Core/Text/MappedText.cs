using System.Collections.Immutable;
using System.Text;

namespace Dockstage.Core.Text;

/// <summary>
/// A text that is written inside another one, its host, and where each piece of it stands there. The pieces follow each other without gaps in the
/// text itself; in the host there may be something between them that is none of the text (indentation). All offsets are UTF-16 units.
/// </summary>
public sealed class MappedText
{
    private readonly ImmutableArray<MappedPiece> _pieces;

    /// <param name="text">The text itself.</param>
    /// <param name="hostStart">The first offset in the host that belongs to it, indentation counted.</param>
    /// <param name="pieces">Its pieces in order.</param>
    public MappedText(string text, int hostStart, ImmutableArray<MappedPiece> pieces)
    {
        Text = SourceText.From(text);
        _pieces = pieces;
        HostSpan = TextSpan.Between(hostStart, pieces.IsEmpty ? hostStart : pieces[^1].Host.End);
    }

    /// <summary>The text itself.</summary>
    public SourceText Text { get; }

    /// <summary>Where it stands in the host.</summary>
    public TextSpan HostSpan { get; }

    /// <summary>The place in the text at an offset of the host: null outside the text, and amid something of which only the value is part of it.</summary>
    public int? ToInner(int host)
    {
        if (_pieces.IsEmpty || !HostSpan.Touches(host))
            return null;
        var index = LastWhere(piece => piece.Host.Start <= host);
        if (index < 0)
            return 0;
        var piece = _pieces[index];
        if (host >= piece.Host.End)
            return piece.Inner.End;
        return piece.Kind switch
        {
            MappedPieceKind.Same => piece.Inner.Start + host - piece.Host.Start,
            MappedPieceKind.Computed when host > piece.Host.Start => null,
            _ => piece.Inner.Start,
        };
    }

    /// <summary>Where a span of the text stands in the host; where it begins or ends amid a piece that stands there as a whole, all of that piece.</summary>
    public TextSpan ToHost(TextSpan inner)
    {
        var start = HostOf(inner.Start, isEnd: false);
        return TextSpan.Between(start, inner.IsEmpty ? start : Math.Max(start, HostOf(inner.End, isEnd: true)));
    }

    /// <summary>Whether a span holds or touches anything that is not written in the host, but the value of what is.</summary>
    public bool IsComputed(TextSpan inner) =>
        _pieces.Any(piece => piece.Kind == MappedPieceKind.Computed
            && (inner.IsEmpty || piece.Inner.IsEmpty
                ? piece.Inner.Start <= inner.End && inner.Start <= piece.Inner.End
                : piece.Inner.Start < inner.End && inner.Start < piece.Inner.End));

    /// <summary>
    /// The edit of the host that comes to an edit of the text; null when it cannot be written there. What must not happen is for the caller to
    /// find out: whoever makes many edits reads the host again and compares.
    /// </summary>
    /// <param name="edit">An edit of the text.</param>
    /// <param name="host">The host.</param>
    /// <param name="style">How the text is written in it.</param>
    public TextEdit? ToHost(TextEdit edit, SourceText host, MappedStyle style)
    {
        var (start, end) = (edit.Span.Start, edit.Span.End);
        if (_pieces.IsEmpty || IsInsideWhole(start) || IsInsideWhole(end) || (!edit.Span.IsEmpty && IsComputed(edit.Span)))
            return null;
        var span = ToHost(edit.Span);
        // To the end of the last line: what is left of the line must not be blanks that belong to nothing.
        var isToEnd = end == Text.Length && span.End > 0 && host[span.End - 1] is '\n' or '\r';
        if (isToEnd && !edit.Span.IsEmpty && edit.NewText.Length == 0 && BlanksBefore(host, span.Start) is { } lineStart)
            return new TextEdit(TextSpan.Between(lineStart, span.End), "");
        if (style.Write(edit.NewText) is not { } written)
            return null;
        if (style.LineBreak is { } lineBreak)
        {
            var isBeforeBreak = isToEnd || (span.End < host.Length && host[span.End] is '\r' or '\n');
            if (isBeforeBreak && edit.NewText.EndsWith('\n'))
                written = written[..^style.Indent];
            else if (isToEnd && edit.NewText.Length > 0)
                written += lineBreak[..^style.Indent];
            // An empty line has no indentation; it takes one when something comes to stand on it.
            var isFilled = edit.NewText.Length > 0 ? edit.NewText[0] is not ('\n' or '\r') : !isBeforeBreak;
            if (isFilled && BlanksBefore(host, span.Start) is { } from && span.Start - from < style.Indent)
                written = new string(' ', style.Indent - (span.Start - from)) + written;
        }

        return new TextEdit(span, written);
    }

    /// <summary>The text with some spans replaced, in order and without overlaps; each stands where the span stood.</summary>
    public MappedText With(IReadOnlyCollection<(TextSpan Span, string Text, MappedPieceKind Kind)> replacements)
    {
        if (replacements.Count == 0)
            return this;
        var text = new StringBuilder(Text.Length);
        var pieces = ImmutableArray.CreateBuilder<MappedPiece>();
        var at = 0;
        foreach (var (span, replacement, kind) in replacements)
        {
            Keep(at, span.Start);
            var host = ToHost(span);
            pieces.Add(new MappedPiece(new TextSpan(text.Length, replacement.Length), host, kind));
            text.Append(replacement);
            at = span.End;
        }

        Keep(at, Text.Length);
        return new MappedText(text.ToString(), HostSpan.Start, pieces.ToImmutable());

        void Keep(int start, int end)
        {
            for (var i = start == end ? _pieces.Length : Math.Max(0, LastWhere(piece => piece.Inner.Start <= start)); i < _pieces.Length && _pieces[i].Inner.Start < end; i++)
            {
                var piece = _pieces[i];
                var (from, to) = (Math.Max(start, piece.Inner.Start), Math.Min(end, piece.Inner.End));
                var host = piece.Kind == MappedPieceKind.Same ? new TextSpan(piece.Host.Start + from - piece.Inner.Start, to - from) : piece.Host;
                pieces.Add(new MappedPiece(new TextSpan(text.Length, to - from), host, piece.Kind));
                text.Append(Text.Slice(TextSpan.Between(from, to)));
            }
        }
    }

    private int HostOf(int inner, bool isEnd)
    {
        if (_pieces.IsEmpty)
            return HostSpan.Start;
        if (inner >= Text.Length)
            return HostSpan.End;
        var piece = _pieces[Math.Max(0, LastWhere(piece => piece.Inner.Start <= inner))];
        if (piece.Kind == MappedPieceKind.Same)
            return piece.Host.Start + inner - piece.Inner.Start;
        return inner > piece.Inner.Start && isEnd ? piece.Host.End : piece.Host.Start;
    }

    private bool IsInsideWhole(int inner)
    {
        var index = LastWhere(piece => piece.Inner.Start < inner);
        return index >= 0 && _pieces[index] is { Kind: not MappedPieceKind.Same } piece && inner < piece.Inner.End;
    }

    /// <summary>The start of the line when nothing but blanks stand before an offset, else null.</summary>
    private static int? BlanksBefore(SourceText host, int offset)
    {
        var start = offset;
        while (start > 0 && host[start - 1] == ' ')
            start--;
        return start == 0 || host[start - 1] is '\n' or '\r' ? start : null;
    }

    /// <summary>The last piece that fulfils a condition which holds for all pieces before it; -1 for none.</summary>
    private int LastWhere(Func<MappedPiece, bool> condition)
    {
        var (low, high) = (0, _pieces.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (condition(_pieces[middle]))
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }
}
