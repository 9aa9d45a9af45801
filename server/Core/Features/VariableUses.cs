using Dockstage.Core.Syntax;

namespace Dockstage.Core.Features;

/// <summary>Finds the variables that a line uses: <c>$NAME</c> and <c>${NAME…}</c>.</summary>
internal static class VariableUses
{
    /// <summary>The names, without dollar sign and braces. There are none behind an escape character and between single quotes.</summary>
    public static IEnumerable<PlacedText> In(PlacedText line, char escape)
    {
        var text = line.Text;
        if (!text.Contains('$'))
            yield break;
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (unit == escape && quote != '\'')
            {
                i++;
            }
            else if (unit is '\'' or '"' && (quote == '\0' || quote == unit))
            {
                quote = quote == '\0' ? unit : '\0';
            }
            else if (unit == '$' && quote != '\'')
            {
                var start = i + 1 < text.Length && text[i + 1] == '{' ? i + 2 : i + 1;
                var end = start;
                while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
                    end++;
                if (end > start && !char.IsAsciiDigit(text[start]))
                    yield return line.Slice(start, end - start);
                i = Math.Max(i, end - 1);
            }
        }
    }
}
