using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Parsing;

/// <summary>
/// The quick way for what people type: splits only a few lines around an edit, and neither looks at nor copies the rest of the file. It
/// gives up where more may have changed (directives, heredocs without closing line); <see cref="IncrementalSplit"/> then does the work.
/// </summary>
internal static class WindowSplit
{
    /// <summary>Pieces below an edit that are split along, to find out where the old pieces hold again.</summary>
    private const int FirstMargin = 4;

    /// <summary>Beyond so many pieces the quick way is none.</summary>
    private const int LastMargin = 256;

    /// <summary>The file after an edit, or null when this way does not do.</summary>
    /// <param name="text">The text.</param>
    /// <param name="previousText">The text before the edit.</param>
    /// <param name="previous">The pieces of that.</param>
    /// <param name="shared">What they have in common now.</param>
    public static DockerfileSyntax? Parse(SourceText text, SourceText previousText, DockerfileSyntax previous, out SharedItems shared)
    {
        shared = default;
        var common = SourceText.Common(previousText, text);

        // The last of the pieces that end above the edit may go on in it. No directive, of whichever reader, stands below a FROM.
        var above = previous.IndexAt(common.Start);
        if (previous.Froms.IsEmpty || previous.Froms[0] >= above || !previous.Unclosed.IsEmpty)
            return null;
        var start = previous.StartOf(above);
        var growth = text.Length - previousText.Length;
        for (var margin = FirstMargin; margin <= LastMargin; margin *= 4)
        {
            var last = previous.IndexAt(previousText.Length - common.End) + margin;
            var isLast = last >= previous.Items.Length;
            var window = text.ToString(TextSpan.Between(start, isLast ? text.Length : previous.StartOf(last) + growth));

            // The splitter would take it for a byte order mark.
            if (window.StartsWith('\uFEFF'))
                return null;
            var splitter = LineSplitter.BelowDirectives(window, previous.Escape);
            if (Split(splitter, window, isLast) is not { } below)
                continue;
            if (splitter.Pieces.HasUnclosed)
                return null;
            shared = new SharedItems(above, previous.Items.Length - below);
            return previous.With(above, below, splitter.Pieces);
        }

        return null;

        // The place of the first old piece that holds again, or null when the window is too small to tell.
        int? Split(LineSplitter splitter, string window, bool isLast)
        {
            for (var at = 0; at < window.Length;)
            {
                if (OldPieceAt(start + at) is { } old)
                    return old;
                at = splitter.TakeItem(at);
            }

            return isLast ? previous.Items.Length : null;
        }

        int? OldPieceAt(int offset)
        {
            if (offset < text.Length - common.End)
                return null;
            var piece = previous.IndexAt(offset - growth);
            return previous.StartOf(piece) == offset - growth ? piece : null;
        }
    }
}
