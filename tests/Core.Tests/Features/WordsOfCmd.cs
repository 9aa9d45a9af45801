using System.Text;

namespace Dockstage.Core.Tests.Features;

/// <summary>
/// What a program gets of a line that was pasted at cmd's prompt, by the written rules: cmd expands variables, then it reads quotes and carets, then the C
/// runtime divides what is left. A line that is more than one command is an error.
/// </summary>
internal static class WordsOfCmd
{
    public static string[] Read(string line, Dictionary<string, string> variables) => Divided(WithoutCarets(Expanded(line, variables)));

    /// <summary>
    /// <c>%NAME%</c>, <c>%NAME:from=to%</c> and <c>%NAME:~start,length%</c>, also in quotes. At the prompt a percent sign without a variable stays, and what follows it is read anew.
    /// </summary>
    private static string Expanded(string line, Dictionary<string, string> variables)
    {
        var text = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            var end = i + 1 < line.Length ? line.IndexOfAny(['%', ':'], i + 1) : -1;
            if (line[i] != '%' || end < 0 || !variables.TryGetValue(line[(i + 1)..end], out var value))
            {
                text.Append(line[i]);
                continue;
            }

            if (line[end] == ':')
            {
                var close = line.IndexOf('%', end);
                if (close < 0)
                {
                    text.Append(line[i]);
                    continue;
                }

                var change = line[(end + 1)..close];
                value = change.Split('=', 2) is [{ Length: > 0 } from, var to] ? value.Replace(from, to, StringComparison.OrdinalIgnoreCase) : value;
                end = close;
            }

            text.Append(value);
            i = end;
        }

        return text.ToString();
    }

    /// <summary>A caret outside of quotes takes the meaning of the next character; a quote has its own unless it stands behind one.</summary>
    private static string WithoutCarets(string line)
    {
        var text = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\n')
                throw new InvalidOperationException($"the line ends: {line}");
            if (!isQuoted && line[i] == '^' && i + 1 < line.Length)
            {
                text.Append(line[++i]);
                continue;
            }

            if (line[i] == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && line[i] is '&' or '|' or '<' or '>')
                throw new InvalidOperationException($"another command begins: {line}");
            text.Append(line[i]);
        }

        return text.ToString();
    }

    /// <summary>2n backslashes before a quote are n of them and the quote; 2n + 1 are n of them and a quote that is text. <c>""</c> within quotes is text, too.</summary>
    private static string[] Divided(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (isQuoted, hasWord) = (false, false);
        for (var i = 0; i < line.Length; i++)
        {
            if (!isQuoted && line[i] is ' ' or '\t')
            {
                if (hasWord)
                    words.Add(word.ToString());
                word.Clear();
                hasWord = false;
                continue;
            }

            hasWord = true;
            var backslashes = line.AsSpan(i).IndexOfAnyExcept('\\') is var count && count < 0 ? line.Length - i : count;
            i += backslashes;
            if (i < line.Length && line[i] == '"')
            {
                word.Append('\\', backslashes / 2);
                if (backslashes % 2 == 1)
                    word.Append('"');
                else if (isQuoted && i + 1 < line.Length && line[i + 1] == '"')
                    word.Append(line[i++]);
                else
                    isQuoted = !isQuoted;
            }
            else
            {
                word.Append('\\', backslashes);
                if (backslashes > 0)
                    i--;
                else
                    word.Append(line[i]);
            }
        }

        if (isQuoted)
            throw new InvalidOperationException($"a quote has no end: {line}");
        return hasWord ? [.. words, word.ToString()] : [.. words];
    }
}
