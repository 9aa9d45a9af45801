using System.Text;

namespace Dockstage.Core.Features;

/// <summary>Text from files, made safe to stand in Markdown: nobody's comment becomes a link or a heading.</summary>
internal static class MarkdownText
{
    /// <summary>Plain text: every character that Markdown could read is escaped.</summary>
    public static string Escape(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '(' or ')' or '#' or '+' or '!' or '|' or '<' or '>' or '&' or '~')
                builder.Append('\\');
            builder.Append(c is '\r' or '\n' ? ' ' : c);
        }

        return builder.ToString();
    }

    /// <summary>A code span. CommonMark: fenced by more backticks than it holds in a row.</summary>
    public static string Code(string text)
    {
        var longest = LongestRun(text);
        var fence = new string('`', longest + 1);
        var pad = longest > 0 ? " " : "";
        return fence + pad + text + pad + fence;
    }

    /// <summary>A block of code. CommonMark: fenced by at least three backticks and by more than it holds in a row.</summary>
    public static string Block(string text, string language)
    {
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        return $"{fence}{language}\n{text}\n{fence}";
    }

    private static int LongestRun(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
