namespace Dockstage.Core.Formats;

/// <summary>
/// U+0085, U+2028 and U+2029 end a line for YamlDotNet, which then loses its way in quoted text. The parser is shown letters for private use in
/// their place; offsets stay. What the text says is what go-yaml makes of it: U+0085 is a line end, which becomes a blank in all but blocks.
/// </summary>
internal static class YamlLineBreaks
{
    private const string Breaks = "\u0085\u2028\u2029";
    private const string Masks = "\uF885\uF828\uF829";

    /// <summary>A text for the parser.</summary>
    public static string Hidden(string text) => Replace(text, Breaks, Masks);

    /// <summary>A scalar that comes from the parser.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="style">How it is written.</param>
    public static string Shown(string text, YamlScalarStyle style) =>
        Replace(text, Masks, style is YamlScalarStyle.Literal or YamlScalarStyle.Folded ? "\n\u2028\u2029" : " \u2028\u2029");

    private static string Replace(string text, string these, string by)
    {
        if (text.AsSpan().IndexOfAny(these) < 0)
            return text;
        for (var i = 0; i < these.Length; i++)
            text = text.Replace(these[i], by[i]);
        return text;
    }
}
