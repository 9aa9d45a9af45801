using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Parsing;

/// <summary>
/// Splits a text that differs from another in one region. How a piece is split depends on the directives above it, on its own lines, and,
/// for a heredoc without closing line, on everything below; a piece for which all of that is the same is taken over.
/// </summary>
internal sealed class IncrementalSplit
{
    private readonly LineSplitter _splitter;
    private readonly DockerfileSyntax _previous;
    private readonly int _length;
    private readonly int _growth;
    private readonly int _belowStart;

    /// <summary>How many pieces of the other text end before the difference. Its last piece may go on in a longer text.</summary>
    private readonly int _above;

    /// <param name="splitter">Splits what is not taken over.</param>
    /// <param name="text">The text.</param>
    /// <param name="previousText">The other text.</param>
    /// <param name="previous">The pieces of that.</param>
    public IncrementalSplit(LineSplitter splitter, string text, string previousText, DockerfileSyntax previous)
    {
        var common = CommonEnds.Of(previousText, text);
        _splitter = splitter;
        _previous = previous;
        _length = text.Length;
        _growth = text.Length - previousText.Length;
        _belowStart = text.Length - common.End;
        _above = Math.Max(0, previous.IndexAt(common.Start));
    }

    /// <summary>Splits the whole text.</summary>
    public SharedItems Split()
    {
        var (above, below) = (0, 0);
        for (var at = 0; at < _length;)
        {
            if (KeptAbove(at) is { } kept)
            {
                above = at == 0 ? kept.End : above;
                at = Keep(kept);
            }
            else if (KeptBelow(at) is { } rest)
            {
                below = rest.End - rest.First;
                at = Keep(rest);
            }
            else
            {
                at = _splitter.TakeItem(at);
            }
        }

        return new SharedItems(above, below);
    }

    private int Keep(Pieces pieces)
    {
        _splitter.TakeOver(_previous, pieces.First, pieces.End);
        return _splitter.Pieces.End;
    }

    /// <summary>The pieces from an offset above the difference on, up to one whose heredoc the difference may have closed.</summary>
    private Pieces? KeptAbove(int at)
    {
        var first = _previous.IndexAt(at);
        if (first < 0 || first >= _above || _previous.StartOf(first) != at)
            return null;
        var end = _above;
        foreach (var unclosed in _previous.Unclosed)
        {
            if (unclosed >= first && unclosed < end)
                end = unclosed;
        }

        return end > first ? new Pieces(first, end) : null;
    }

    /// <summary>All pieces from an offset below the difference on, if they are read under the same directives.</summary>
    private Pieces? KeptBelow(int at)
    {
        if (at < _belowStart || !_splitter.IsBelowDirectives || _splitter.Escape != _previous.Escape)
            return null;
        var first = _previous.IndexAt(at - _growth);
        return first > 0 && _previous.StartOf(first) == at - _growth && _previous.Items[first - 1] is not ParserDirective
            ? new Pieces(first, _previous.Items.Length)
            : null;
    }

    /// <summary>Pieces of the other text from one place up to, but not including, another.</summary>
    private readonly record struct Pieces(int First, int End);
}
