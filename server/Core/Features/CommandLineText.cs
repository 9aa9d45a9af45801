using System.Text;

namespace Dockstage.Core.Features;

/// <summary>A shell for which a command line can be written out.</summary>
public enum Shell
{
    /// <summary>sh, bash, zsh and their like.</summary>
    Sh,

    /// <summary>PowerShell.</summary>
    PowerShell,

    /// <summary>cmd.exe.</summary>
    Cmd,
}

/// <summary>
/// Writes an argument vector as one line for a person to read or to paste. Nothing here is ever run by Dockstage itself, which passes
/// the arguments as they are.
/// </summary>
public static class CommandLineText
{
    /// <summary>The line, with environment variables set for this one command.</summary>
    public static string Of(IEnumerable<string> argv, IEnumerable<KeyValuePair<string, string>> environment, Shell shell)
    {
        var line = new StringBuilder();
        foreach (var (name, value) in environment)
        {
            line.Append(shell switch
            {
                Shell.PowerShell => $"$env:{name}={Quote(value, shell)}; ",
                Shell.Cmd => $"set \"{name}={value}\" && ",
                _ => $"{name}={Quote(value, shell)} ",
            });
        }

        return line.AppendJoin(' ', argv.Select(word => Quote(word, shell))).ToString();
    }

    private static string Quote(string word, Shell shell)
    {
        if (word.Length > 0 && word.All(IsPlain))
            return word;
        return shell switch
        {
            Shell.PowerShell => "'" + string.Concat(word.Select(c => IsPowerShellQuote(c) ? $"{c}{c}" : c.ToString())) + "'",
            Shell.Cmd => QuoteForCmd(word),
            _ => "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'",
        };
    }

    /// <summary>PowerShell: between single quotes only the quote itself is special, and it takes the typographic ones for the same.</summary>
    private static bool IsPowerShellQuote(char c) => c is '\'' or '\u2018' or '\u2019' or '\u201a' or '\u201b';

    /// <summary>
    /// The C runtime reads <c>\"</c> as a quote, and backslashes count only in front of one. To cmd itself every quote begins or ends a quoted part,
    /// and <c>%NAME%</c> is expanded there too: a word with one of these is left without cmd's quotes, behind carets.
    /// </summary>
    private static string QuoteForCmd(string word)
    {
        var text = new StringBuilder("\"");
        var backslashes = 0;
        foreach (var c in word)
        {
            if (c == '"')
                text.Append('\\', backslashes + 1);
            backslashes = c == '\\' ? backslashes + 1 : 0;
            text.Append(c);
        }

        var quoted = text.Append('\\', backslashes).Append('"').ToString();
        return word.AsSpan().ContainsAny('"', '%') ? string.Concat(quoted.Select(c => "()%!^\"<>&|".Contains(c) ? $"^{c}" : c.ToString())) : quoted;
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '=' or '+';
}
