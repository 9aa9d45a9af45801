using Dockstage.Core.Text;

namespace Dockstage.LanguageServer.Files;

/// <summary>
/// The one place where a URI becomes a path of the operating system. For a client's documents there is no way back: URIs of files below a
/// folder are made from the folder's URI, so that the client finds its own spelling in every answer.
/// </summary>
internal static class LocalPath
{
    /// <summary>
    /// The path of a file or folder; null for what this machine's file system does not hold: other schemes, and hosts
    /// (<c>file://wsl%24/Ubuntu/…</c>, <c>file://server/share/…</c>) where they are not Windows shares.
    /// </summary>
    public static string? Of(DocumentPath path) => Of(path, OperatingSystem.IsWindows());

    /// <summary>The same for a named system, so that both can be tested anywhere.</summary>
    public static string? Of(DocumentPath path, bool isWindows)
    {
        if (!path.IsFile || path.Path.Contains('\0'))
            return null;
        var host = path.Authority is "localhost" ? "" : path.Authority;
        if (!isWindows)
            return host.Length == 0 && path.Path.StartsWith('/') ? path.Path : null;
        var windows = path.Path.Replace('/', '\\');
        if (host.Length > 0)
            return $@"\\{host}{windows}";
        return windows.Length > 2 && windows[2] == ':' ? windows[1..] : null;
    }

    /// <summary>The document or folder at a full path that was not told by a client: a word of the command line.</summary>
    public static DocumentPath ToDocument(string full) => ToDocument(full, OperatingSystem.IsWindows());

    /// <summary>The same for a named system, so that both can be tested anywhere.</summary>
    public static DocumentPath ToDocument(string full, bool isWindows)
    {
        if (!isWindows)
            return DocumentPath.FromUri("file:///").Resolve(full);
        var path = full.Replace('\\', '/');
        if (path.StartsWith("//?/", StringComparison.Ordinal))
            path = path[4..];
        if (!path.StartsWith("//", StringComparison.Ordinal))
            return DocumentPath.FromUri("file:///c:/").Resolve(path);
        var slash = path.IndexOf('/', 2);
        var host = slash < 0 ? path[2..] : path[2..slash];
        return DocumentPath.FromUri($"file://{Uri.EscapeDataString(host)}/").Resolve(slash < 0 ? "/" : path[slash..]);
    }
}
