namespace Dockstage.Core.Features;

/// <summary>How a path is written anew: in the manner in which it was written before.</summary>
internal static class PathEdit
{
    /// <summary>What would begin a name of another kind than a path, such as a URL; <c>./</c> before it says that it is a path.</summary>
    private static readonly string[] NoPaths = ["github.com/", "git@", "~", "-"];

    /// <summary>
    /// The text of a path after the move: the same where it need not change; null where it cannot be told. <c>./</c> in front, the slash at the
    /// end and absolute paths are kept.
    /// </summary>
    public static string? NewText(WrittenPath path)
    {
        var old = path.Value.Text;
        var isAbsolute = old.StartsWith('/') || (path.From.HasDrive && old is [_, ':', ..]);
        // What leads there still need not be the shortest way: `../api/Dockerfile` in the context `api` goes through a name that may change.
        if (path.FromAfter.Resolve(old).Equals(path.ToAfter))
            return old;
        // BuildKit finds `dockerfile` where `Dockerfile` is written.
        if (!path.From.Resolve(old).Equals(path.To) && path.To.RelativeTo(path.From) == path.ToAfter.RelativeTo(path.FromAfter))
            return old;
        var text = isAbsolute ? path.ToAfter.Path : path.ToAfter.RelativeTo(path.FromAfter);
        if (text.Contains("://", StringComparison.Ordinal) || text.Contains('$'))
            return null;
        if (text.StartsWith('/'))
            text = path.ToAfter.HasDrive ? text[1..] : text;
        else if (text is not ("." or "..") && !text.StartsWith("../", StringComparison.Ordinal)
            && (old.StartsWith("./", StringComparison.Ordinal) || text.Contains(':') || Array.Exists(NoPaths, start => text.StartsWith(start, StringComparison.Ordinal))))
        {
            text = "./" + text;
        }

        return old.EndsWith('/') && !text.EndsWith('/') ? text + "/" : text;
    }
}
