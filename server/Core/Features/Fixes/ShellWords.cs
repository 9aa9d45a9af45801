using System.Collections.Immutable;
using System.Text;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// Splits a command of a POSIX shell into words, when it is so plain that a program run with these words does what the shell would do: no
/// variables, patterns, redirections or lists, and no word that the shell understands itself. (POSIX.1-2024, 2.2 Quoting, 2.9.1 Simple
/// Commands.)
/// </summary>
internal static class ShellWords
{
    private const string PlainUnits = "_-./:,@%+=";

    /// <summary>What the shell runs itself and no program of that name does as well, and the words of its grammar.</summary>
    private static readonly HashSet<string> Shells = new(StringComparer.Ordinal)
    {
        ".", ":", "alias", "bg", "break", "case", "cd", "command", "continue", "coproc", "do", "done", "elif", "else", "esac", "eval", "exit",
        "export", "fc", "fg", "fi", "for", "function", "getopts", "hash", "if", "in", "jobs", "local", "read", "readonly", "return", "select",
        "set", "shift", "source", "then", "time", "times", "trap", "type", "ulimit", "umask", "unalias", "unset", "until", "wait", "while",
    };

    /// <summary>The words, or null. A leading <c>exec</c> is left out: it asks for just what happens without a shell.</summary>
    public static ImmutableArray<string>? Of(string command)
    {
        if (Split(command) is not { Count: > 0 } words)
            return null;
        if (words[0] == "exec")
            words.RemoveAt(0);
        return words is [{ Length: > 0 } first, ..] && first[0] != '-' && !first.Contains('=') && first != "exec" && !Shells.Contains(first)
            ? [.. words]
            : null;
    }

    private static List<string>? Split(string command)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        for (var at = 0; at < command.Length; at++)
        {
            var unit = command[at];
            if (unit is ' ' or '\t')
            {
                if (word is not null)
                    words.Add(word.ToString());
                word = null;
                continue;
            }

            word ??= new StringBuilder();
            if (unit is '\'' or '"')
            {
                var close = command.IndexOf(unit, at + 1);
                if (close < 0)
                    return null;
                var inner = command.AsSpan(at + 1, close - at - 1);
                if (unit == '"' && inner.IndexOfAny("$`\\!") >= 0)
                    return null;
                word.Append(inner);
                at = close;
            }
            else if (unit > '\u007F' || char.IsAsciiLetterOrDigit(unit) || PlainUnits.Contains(unit, StringComparison.Ordinal))
            {
                word.Append(unit);
            }
            else
            {
                return null;
            }
        }

        if (word is not null)
            words.Add(word.ToString());
        return words;
    }
}
