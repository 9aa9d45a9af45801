namespace Dockstage.Core.Semantics;

/// <summary>
/// The names of the contexts that a build is given besides its own (Compose's <c>additional_contexts</c>, bake's <c>contexts</c>), as they reach BuildKit: both
/// tools hand them on as they are written and refuse none. Where the content comes from is of no matter here.
/// </summary>
public sealed class NamedContexts
{
    private const string PlatformMark = "::";

    private readonly HashSet<string> _names;

    private NamedContexts(HashSet<string> names) => _names = names;

    /// <summary>No context at all.</summary>
    public static NamedContexts None { get; } = new([]);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _names.Count == 0;

    /// <summary>Takes the names as they are written; <c>NAME::PLATFORM</c> is for one platform.</summary>
    public static NamedContexts Of(IEnumerable<string> names)
    {
        var all = names.ToHashSet(StringComparer.Ordinal);
        return all.Count == 0 ? None : new NamedContexts(all);
    }

    /// <summary>The name alone of a context as it is written: <c>NAME</c> of <c>NAME::PLATFORM</c>.</summary>
    public static string NameIn(string written) => written.Split(PlatformMark)[0];

    /// <summary>
    /// The name of the context that BuildKit looks for where a stage or an image is named: the familiar form of the reference without <c>:latest</c>
    /// (<c>docker.io/library/alpine:latest</c> is <c>alpine</c>). Null for what is no reference. A context that is called otherwise is never found: nobody
    /// brings its own name into this form but <c>docker build --build-context</c>.
    /// </summary>
    public static string? SoughtFor(string name)
    {
        if (ImageReference.Read(name, out _)?.Familiar is not { } familiar)
            return null;
        const string latest = ":latest";
        return familiar.EndsWith(latest, StringComparison.Ordinal) ? familiar[..^latest.Length] : familiar;
    }

    /// <summary>
    /// The context that takes the place of an image, as its name is written, or null. BuildKit: the one for the platform goes first; <c>scratch</c> cannot be
    /// replaced.
    /// </summary>
    /// <param name="reference">Reference to the image, or what stands in <c>--from</c> and <c>from=</c> and names no stage.</param>
    /// <param name="platform">The platform for which it is wanted.</param>
    public string? Find(string reference, string platform)
    {
        if (IsEmpty || IsScratch(reference) || SoughtFor(reference) is not { } name)
            return null;
        var forPlatform = name + Suffix(platform);
        return _names.Contains(forPlatform) ? forPlatform : _names.Contains(name) ? name : null;
    }

    /// <summary>The context that takes the place of a stage, or null. BuildKit: besides <c>scratch</c> no stage called <c>context</c> can be replaced.</summary>
    /// <param name="name">The stage's name.</param>
    /// <param name="platform">The platform for which it is wanted.</param>
    public string? FindForStage(string name, string platform) => IsReserved(name) ? null : Find(name, platform);

    /// <summary>Whether there is a context for an image, on whatever platform.</summary>
    public bool Has(string reference) => !IsEmpty && !IsScratch(reference) && SoughtFor(reference) is { } name
        && _names.Any(given => given == name || given.StartsWith(name + PlatformMark, StringComparison.Ordinal));

    /// <summary>Whether no context can take the place of a stage of this name.</summary>
    internal static bool IsReserved(string name) => IsScratch(name) || name.Equals("context", StringComparison.OrdinalIgnoreCase);

    private static bool IsScratch(string name) => name.Equals("scratch", StringComparison.OrdinalIgnoreCase);

    /// <summary>BuildKit looks for the platform as <c>platforms.Normalize</c> writes it.</summary>
    private static string Suffix(string platform) => PlatformMark + platform.ToLowerInvariant()
        .Replace("/x86_64", "/amd64", StringComparison.Ordinal)
        .Replace("/x86-64", "/amd64", StringComparison.Ordinal)
        .Replace("/aarch64", "/arm64", StringComparison.Ordinal);
}
