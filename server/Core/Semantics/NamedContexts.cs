namespace Dockstage.Core.Semantics;

/// <summary>
/// The names of the contexts that a build is given besides its own (<c>--build-context NAME=…</c>, Compose's
/// <c>additional_contexts</c>). Where the content comes from is of no matter here.
/// </summary>
public sealed class NamedContexts
{
    private const string PlatformMark = "::";

    private readonly Dictionary<string, string> _written;

    private NamedContexts(Dictionary<string, string> written) => _written = written;

    /// <summary>No context at all.</summary>
    public static NamedContexts None { get; } = new([]);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _written.Count == 0;

    /// <summary>
    /// Takes the names as they are written. BuildKit and buildx: a name is a reference to an image, compared in its familiar form without
    /// <c>:latest</c>; <c>NAME::PLATFORM</c> is for one platform. A name that is no reference is refused by them and left out here.
    /// </summary>
    public static NamedContexts Of(IEnumerable<string> names)
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var mark = name.IndexOf(PlatformMark, StringComparison.Ordinal);
            if (KeyOf(mark < 0 ? name : name[..mark]) is { } key)
                written[mark < 0 ? key : key + Suffix(name[(mark + PlatformMark.Length)..])] = name;
        }

        return written.Count == 0 ? None : new NamedContexts(written);
    }

    /// <summary>
    /// The context that takes the place of a stage or an image, as its name is written, or null. BuildKit: the one for the platform goes
    /// first; <c>scratch</c> and <c>context</c> cannot be replaced.
    /// </summary>
    /// <param name="name">Name of the stage, or reference to the image.</param>
    /// <param name="platform">The platform for which it is wanted.</param>
    public string? Find(string name, string platform)
    {
        if (IsEmpty || IsReserved(name) || KeyOf(name) is not { } key)
            return null;
        return _written.TryGetValue(key + Suffix(platform), out var forPlatform) ? forPlatform : _written.GetValueOrDefault(key);
    }

    /// <summary>Whether there is a context for a stage or an image, on whatever platform.</summary>
    public bool Has(string name) => !IsEmpty && !IsReserved(name) && KeyOf(name) is { } key
        && _written.Keys.Any(written => written == key || written.StartsWith(key + PlatformMark, StringComparison.Ordinal));

    /// <summary>Whether no context can take the place of a name.</summary>
    internal static bool IsReserved(string name) =>
        name.Equals("scratch", StringComparison.OrdinalIgnoreCase) || name.Equals("context", StringComparison.OrdinalIgnoreCase);

    private static string? KeyOf(string name)
    {
        if (ImageReference.Read(name, out _)?.Familiar is not { } familiar)
            return null;
        const string latest = ":latest";
        return familiar.EndsWith(latest, StringComparison.Ordinal) ? familiar[..^latest.Length] : familiar;
    }

    /// <summary>BuildKit compares platforms after <c>platforms.Normalize</c>.</summary>
    private static string Suffix(string platform) => PlatformMark + platform.ToLowerInvariant()
        .Replace("/x86_64", "/amd64", StringComparison.Ordinal)
        .Replace("/x86-64", "/amd64", StringComparison.Ordinal)
        .Replace("/aarch64", "/arm64", StringComparison.Ordinal);
}
