namespace Dockstage.Core.Formats;

/// <summary>
/// YamlDotNet refuses an anchor before a single value in braces when something follows (<c>{ a: &amp;x b, c: d }</c>), which YAML allows. Such an anchor
/// is hidden from the parser, and given to the node again that stands behind it.
/// </summary>
internal static class YamlAnchors
{
    /// <summary>Anchors hidden in one text; with more of them it counts as broken.</summary>
    private const int MaxHidden = 100;

    /// <summary>Reads a text, hiding such anchors one by one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="read">Reads it: the text with blanks for the anchors, and the anchors by the offset of what they are before.</param>
    public static YamlTreeBuilder.Tree Read(string text, Func<string, IReadOnlyDictionary<int, string>, YamlTreeBuilder.Tree> read)
    {
        var hidden = new Dictionary<int, string>();
        var tree = read(text, hidden);
        while (tree.AnchorAt is { } at && hidden.Count < MaxHidden)
        {
            var end = NameEnd(text, at + 1);
            var value = end;
            while (value < text.Length && text[value] is ' ' or '\t')
                value++;
            hidden[value] = text[(at + 1)..end];
            text = string.Concat(text.AsSpan(0, at), new string(' ', end - at), text.AsSpan(end));
            tree = read(text, hidden);
        }

        return tree;
    }

    /// <summary>The first anchor in a part of a text, or null.</summary>
    public static int? Find(string text, int from, int to)
    {
        for (var at = Math.Max(from, 1); at < to; at++)
        {
            if (text[at] == '&' && text[at - 1] is ' ' or '\t' or ':' && NameEnd(text, at + 1) > at + 1)
                return at;
        }

        return null;
    }

    private static int NameEnd(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not (',' or '[' or ']' or '{' or '}'))
            at++;
        return at;
    }
}
