using Dockstage.Core.Messages;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>A build's command as a person pastes it: with a change to its folder in front, where that is another one than theirs.</summary>
/// <param name="Text">The line.</param>
/// <param name="Problem">Why it must not be pasted, or null when it may.</param>
public sealed record PastedLine(string Text, LocalizedText? Problem)
{
    /// <summary>The line for a shell that is in a folder.</summary>
    /// <param name="command">The command, written for that shell.</param>
    /// <param name="from">The folder in which it is pasted.</param>
    /// <param name="shell">The shell.</param>
    public static PastedLine Of(BuildCommand command, DocumentPath from, Shell shell)
    {
        var folder = command.Folder.RelativeTo(from);
        if (folder == ".")
            return new PastedLine(command.Text, command.TextProblem);
        // '-' is the folder before to cd, and brackets are a pattern to PowerShell's.
        var named = folder.StartsWith('-') ? $"./{folder}" : folder;
        var (cd, then) = shell switch
        {
            Shell.PowerShell => ((string[])["cd", "-LiteralPath", named], "; "),
            Shell.Cmd => (["cd", "/d", named], " && "),
            _ => (["cd", named], " && "),
        };
        return new PastedLine(CommandLineText.Of(cd, [], shell) + then + command.Text, command.TextProblem ?? CommandLineText.Problem(cd, shell));
    }
}
