using Dockstage.Core.Text;

namespace Dockstage.Core.Formats;

/// <summary>The places between brackets or braces at which one more item could be written, though none is there yet.</summary>
public static class YamlGaps
{
    /// <summary>
    /// The gaps of a flow collection, in its order, each from what stands before it (a bracket, a comma) to what stands behind it; empty for a block and for a single
    /// value. A comment ends one.
    /// </summary>
    /// <param name="text">The text in which it is written.</param>
    /// <param name="node">The collection.</param>
    public static IEnumerable<TextSpan> In(SourceText text, YamlNode node)
    {
        var children = node switch
        {
            YamlSequence { IsFlow: true } list => list.Items.Select(item => item.Span).ToList(),
            YamlMapping { IsFlow: true } mapping => mapping.Entries.Select(entry => TextSpan.Between(entry.Key.Span.Start, Math.Max(entry.Key.Span.End, entry.Value.Span.End))).ToList(),
            _ => null,
        };
        if (children is null || node.Span.IsEmpty)
            yield break;
        var end = text[node.Span.End - 1] is ']' or '}' && node.Span.Length > 1 ? node.Span.End - 1 : node.Span.End;
        var at = node.Span.Start + 1;
        for (var i = 0; i <= children.Count; i++)
        {
            foreach (var gap in Between(text, at, i < children.Count ? children[i].Start : end, isBehind: i > 0, isBefore: i < children.Count))
                yield return gap;
            if (i < children.Count)
                at = Math.Max(at, children[i].End);
        }
    }

    /// <summary>The gaps between two children: what lies between commas. Before the first comma is the rest of the one, behind the last the beginning of the other.</summary>
    private static IEnumerable<TextSpan> Between(SourceText text, int start, int end, bool isBehind, bool isBefore)
    {
        var isOfChild = isBehind;
        var isComment = false;
        var from = start;
        for (var at = start; at < end; at++)
        {
            if (isComment)
            {
                isComment = text[at] is not ('\r' or '\n');
                from = at;
            }
            else if (text[at] == '#' && (at == start || char.IsWhiteSpace(text[at - 1])))
            {
                if (!isOfChild && from < at)
                    yield return TextSpan.Between(from, at - 1);
                isComment = true;
            }
            else if (text[at] == ',')
            {
                if (!isOfChild)
                    yield return TextSpan.Between(from, at);
                isOfChild = false;
                from = at + 1;
            }
        }

        if (!isOfChild && !isBefore && !isComment && from <= end)
            yield return TextSpan.Between(from, end);
    }
}
