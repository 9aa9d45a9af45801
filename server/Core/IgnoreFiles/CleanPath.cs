namespace Dockstage.Core.IgnoreFiles;

/// <summary>The shortest way to write a path, by its text alone: Go's <c>filepath.Clean</c>, as on Linux, where BuildKit runs.</summary>
public static class CleanPath
{
    /// <summary>
    /// Without empty parts, <c>.</c> and inner <c>..</c>, and without <c>/</c> at its end; <c>.</c> when nothing is left. What leads above the
    /// beginning stays (<c>../a</c>), but nothing lies above <c>/</c>.
    /// </summary>
    public static string Of(string path)
    {
        var isRooted = path.StartsWith('/');
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0 && parts[^1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else if (!isRooted)
                parts.Add(part);
        }

        var text = string.Join('/', parts);
        return isRooted ? "/" + text : text.Length == 0 ? "." : text;
    }
}
