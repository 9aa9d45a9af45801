using System.Text;
using Dockstage.Core.Messages;

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

    /// <summary>
    /// Why <see cref="Of"/> gives a line that must not be pasted into the shell, or null when it may. A terminal takes control characters for keys that are pressed: they
    /// can end the pasting or the line. Line feed and tab stay what they are between the quotes of sh and PowerShell; a line of cmd cannot have them at all.
    /// </summary>
    public static LocalizedText? Problem(IEnumerable<string> argv, Shell shell) =>
        argv.Any(word => word.Any(c => char.IsControl(c) && (shell == Shell.Cmd || c is not ('\n' or '\t'))))
            ? MessageTable.NotOnOneLine.With(NameOf(shell))
            : null;

    private static string NameOf(Shell shell) => shell switch
    {
        Shell.PowerShell => "PowerShell",
        Shell.Cmd => "cmd",
        _ => "sh",
    };

    private static string Quote(string word, Shell shell)
    {
        if (word.Length > 0 && word.All(IsPlain) && !IsSpecial(word, shell))
            return word;
        return shell switch
        {
            Shell.PowerShell => "'" + string.Concat(word.Select(c => IsPowerShellQuote(c) ? $"{c}{c}" : c.ToString())) + "'",
            Shell.Cmd => QuoteForCmd(word),
            _ => "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'",
        };
    }

    /// <summary>
    /// zsh looks for a program by what stands after a leading <c>=</c>; PowerShell takes <c>-x.y</c> for a parameter and hands it on as two words.
    /// </summary>
    private static bool IsSpecial(string word, Shell shell) => shell switch
    {
        Shell.PowerShell => word[0] == '-' && word.AsSpan(1).ContainsAny('.', ':') && !word.StartsWith("--", StringComparison.Ordinal),
        Shell.Sh => word[0] == '=',
        _ => false,
    };

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
        return word.AsSpan().ContainsAny('"', '%') ? BehindCarets(quoted) : quoted;
    }

    /// <summary>
    /// cmd expands before it reads carets. So a caret stands also behind each <c>%</c>, where the name of a variable would begin: of <c>%PATH:a=b^%</c> cmd would
    /// take the value of PATH, of <c>%^PATH:a=b^%</c> it finds none, and at the prompt it then leaves the text as it is.
    /// </summary>
    private static string BehindCarets(string text)
    {
        var escaped = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if ("()%!^\"<>&|".Contains(text[i]) || (i > 0 && text[i - 1] == '%'))
                escaped.Append('^');
            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':' or '=' or '+';
}
