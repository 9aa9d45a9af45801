using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Dockstage.Core.Text;

/// <summary>
/// The identity of a document or folder: its URI. The server never rebuilds a URI from a path of the operating system, because two
/// spellings of one place (<c>file://wsl%24/…</c>, <c>/c%3A/</c>) would then become two documents.
/// <para>
/// Two values are equal when scheme, host, decoded path, query and fragment are; host and drive letter without regard to letter
/// case. <see cref="Uri"/> keeps the spelling that was met first, so that answers carry the client's own spelling.
/// </para>
/// </summary>
public sealed class DocumentPath : IEquatable<DocumentPath>
{
    private readonly string _scheme;
    private readonly string? _rawAuthority;
    private readonly string _authority;
    private readonly string _path;
    private readonly string _suffix;

    private DocumentPath(string uri, string scheme, string? rawAuthority, string path, string suffix, DocumentPath? host = null)
    {
        Host = host;
        Uri = uri;
        _scheme = scheme;
        _rawAuthority = rawAuthority;
        _authority = rawAuthority is null ? "" : Decode(rawAuthority).ToLowerInvariant();
        _path = path;
        _suffix = suffix;
    }

    /// <summary>The URI, in the spelling in which it was met.</summary>
    public string Uri { get; }

    /// <summary>
    /// For a document that is written inside another one: that one; else null. It has the folder and the name of its host, so that
    /// relative paths and what people read are those of the host. Clients know nothing of such paths.
    /// </summary>
    public DocumentPath? Host { get; }

    /// <summary>The offset in <see cref="Host"/> from which on it is written there; null for a document that is not inside another.</summary>
    public int? HostOffset { get; private init; }

    /// <summary>The scheme, lower case: <c>file</c>, <c>untitled</c>, <c>vscode-vfs</c>, …</summary>
    public string Scheme => _scheme;

    /// <summary>The decoded host part, lower case: <c>wsl$</c>, <c>github</c>; empty where there is none.</summary>
    public string Authority => _authority;

    /// <summary>The decoded path with <c>/</c>; a drive letter is lower case and stands as <c>/c:/</c>.</summary>
    public string Path => _path;

    /// <summary>Whether the document lies in a file system that the operating system knows.</summary>
    public bool IsFile => _scheme == "file";

    /// <summary>Last part of the path: the file's or folder's name.</summary>
    public string Name => _path[(_path.TrimEnd('/').LastIndexOf('/') + 1)..].TrimEnd('/');

    /// <summary>The folder that holds this one, or null at a root and for documents without folders (<c>untitled:Untitled-1</c>).</summary>
    public DocumentPath? Parent
    {
        get
        {
            var path = _path.TrimEnd('/');
            var slash = path.LastIndexOf('/');
            if (slash < 0 || (slash == 0 && path.Length <= 1))
                return null;
            return slash == 0 ? Derive("/") : Derive(path[..slash]);
        }
    }

    /// <summary>Whether it lies on a drive with a letter, as on Windows.</summary>
    public bool HasDrive => _path.Length >= 3 && IsDriveAt(_path, 1);

    /// <summary>The path of a document that is written inside this one, from an offset on.</summary>
    public DocumentPath Embedded(int at)
    {
        var key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#embedded={at}");
        return new DocumentPath(Uri + key, _scheme, _rawAuthority, _path, _suffix + key, this) { HostOffset = at };
    }

    /// <summary>Reads a URI. Fails only for a text without a scheme.</summary>
    public static bool TryParse(string uri, [NotNullWhen(true)] out DocumentPath? path)
    {
        path = null;
        var colon = uri.IndexOf(':');
        if (colon < 1 || !char.IsAsciiLetter(uri[0]))
            return false;
        var scheme = uri[..colon].ToLowerInvariant();
        foreach (var c in scheme)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return false;
        }

        var rest = uri[(colon + 1)..];
        var suffixAt = rest.AsSpan().IndexOfAny('?', '#');
        var suffix = suffixAt < 0 ? "" : rest[suffixAt..];
        if (suffixAt >= 0)
            rest = rest[..suffixAt];
        string? authority = null;
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            var slash = rest.IndexOf('/', 2);
            authority = slash < 0 ? rest[2..] : rest[2..slash];
            rest = slash < 0 ? "/" : rest[slash..];
        }

        path = new DocumentPath(uri, scheme, authority, NormalizePath(Decode(rest), scheme), suffix);
        return true;
    }

    /// <summary>Reads a URI that is known to be one.</summary>
    /// <exception cref="FormatException">The text has no scheme.</exception>
    public static DocumentPath FromUri(string uri) =>
        TryParse(uri, out var path) ? path : throw new FormatException($"not a URI: {uri}");

    /// <summary>
    /// Follows a path from this folder: relative or absolute, with <c>.</c> and <c>..</c>. Where this folder has a drive letter,
    /// <c>\</c> separates too and <c>D:\x</c> is absolute, as on Windows; elsewhere <c>\</c> is a letter of a name.
    /// </summary>
    public DocumentPath Resolve(string relative)
    {
        if (HasDrive)
            relative = relative.Replace('\\', '/');
        if (HasDrive && relative.Length >= 2 && IsDriveAt(relative, 0))
            return Derive(CollapseDots("/" + char.ToLowerInvariant(relative[0]) + relative[1..]));
        if (relative.StartsWith('/'))
            return Derive(CollapseDots(HasDrive ? _path[..3] + relative : relative));
        return Derive(CollapseDots(_path.TrimEnd('/') + "/" + relative));
    }

    /// <summary>
    /// How a person would write this place from a folder: with <c>/</c>, <c>..</c> where needed; <c>.</c> for the folder itself.
    /// The whole decoded path (or URI) when the two share no root.
    /// </summary>
    public string RelativeTo(DocumentPath folder)
    {
        if (!SharesRootWith(folder))
            return IsFile ? _path : Uri;
        var from = folder._path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var to = _path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var shared = 0;
        while (shared < from.Length && shared < to.Length && from[shared] == to[shared])
            shared++;
        var parts = Enumerable.Repeat("..", from.Length - shared).Concat(to[shared..]);
        var text = string.Join('/', parts);
        return text.Length == 0 ? "." : text;
    }

    /// <summary>How a person would write this place in a file: relative to the file's folder, its name alone when the file has none.</summary>
    public string SeenFrom(DocumentPath file) => file.Parent is { } folder ? RelativeTo(folder) : Name;

    /// <summary>Whether this place is the folder or lies below it.</summary>
    public bool IsWithin(DocumentPath folder)
    {
        if (!SharesRootWith(folder))
            return false;
        var prefix = folder._path.TrimEnd('/');
        return _path.StartsWith(prefix, StringComparison.Ordinal)
            && (_path.Length == prefix.Length || _path[prefix.Length] == '/');
    }

    /// <inheritdoc/>
    public bool Equals(DocumentPath? other) =>
        other is not null && _path == other._path && _scheme == other._scheme && _authority == other._authority && _suffix == other._suffix;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DocumentPath);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_scheme, _authority, _path, _suffix);

    /// <inheritdoc/>
    public override string ToString() => Uri;

    private bool SharesRootWith(DocumentPath other) =>
        _scheme == other._scheme && _authority == other._authority && HasDrive == other.HasDrive
        && (!HasDrive || _path[1] == other._path[1]);

    private DocumentPath Derive(string path)
    {
        var head = _rawAuthority is null ? $"{_scheme}:" : $"{_scheme}://{_rawAuthority}";
        return new DocumentPath(head + Encode(path), _scheme, _rawAuthority, path, "");
    }

    private static string NormalizePath(string path, string scheme) =>
        scheme == "file" && path.Length >= 3 && IsDriveAt(path, 1) && path[0] == '/'
            ? string.Concat("/", char.ToLowerInvariant(path[1]).ToString(), path.AsSpan(2))
            : path;

    private static bool IsDriveAt(string text, int at) =>
        text.Length > at + 1 && char.IsAsciiLetter(text[at]) && text[at + 1] == ':' && (text.Length == at + 2 || text[at + 2] is '/');

    private static string CollapseDots(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".")
                continue;
            var atRoot = parts.Count == 0 || (parts.Count == 1 && IsDriveAt(parts[0], 0));
            if (part != "..")
                parts.Add(part);
            else if (!atRoot)
                parts.RemoveAt(parts.Count - 1);
        }

        return "/" + string.Join('/', parts);
    }

    private static string Decode(string text) => text.Contains('%') ? System.Uri.UnescapeDataString(text) : text;

    /// <summary>Percent-encodes as VS Code does (all but unreserved characters and <c>/</c>), so that derived URIs equal the editor's.</summary>
    private static string Encode(string path)
    {
        var builder = new StringBuilder(path.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in path.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is '-' or '.' or '_' or '~' or '/'))
            {
                builder.Append((char)rune.Value);
                continue;
            }

            var count = rune.EncodeToUtf8(bytes);
            foreach (var b in bytes[..count])
                builder.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return builder.ToString();
    }
}
