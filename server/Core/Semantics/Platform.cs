using System.Text.RegularExpressions;
using Dockstage.Core.Text;

namespace Dockstage.Core.Semantics;

/// <summary>What an image runs on. Source: containerd/platforms, <c>Parse</c> and <c>Normalize</c>.</summary>
/// <param name="Os">The operating system, normalized: <c>linux</c>.</param>
/// <param name="Architecture">The architecture, normalized: <c>arm64</c> for <c>aarch64</c>.</param>
/// <param name="Variant">The variant (<c>v7</c>), or empty.</param>
public sealed partial record Platform(string Os, string Architecture, string Variant)
{
    /// <summary>What stands behind one slash more belongs to the last part.</summary>
    private const int MostParts = 4;

    private const string DefaultOs = "linux";
    private const string DefaultArchitecture = "amd64";

    private static readonly string[] KnownOs =
    [
        "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux", "nacl", "netbsd", "openbsd", "plan9", "solaris",
        "windows", "zos",
    ];

    private static readonly string[] KnownArchitectures =
    [
        "386", "amd64", "amd64p32", "arm", "armbe", "arm64", "arm64be", "ppc64", "ppc64le", "loong64", "mips", "mipsle", "mips64", "mips64le",
        "mips64p32", "mips64p32le", "ppc", "riscv", "riscv64", "s390", "s390x", "sparc", "sparc64", "wasm",
    ];

    /// <summary>Reads <c>os</c>, <c>architecture</c>, <c>os/architecture</c> or <c>os/architecture/variant</c>; null when it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="error">What is said against it, or null.</param>
    public static Platform? Read(string text, out string? error)
    {
        error = null;
        if (text.Contains('*', StringComparison.Ordinal))
        {
            error = $"{QuotedText.Of(text)}: wildcards not yet supported: invalid argument";
            return null;
        }

        var parts = text.Split('/', MostParts);
        for (var i = 0; i < parts.Length; i++)
        {
            if ((i == 0 ? OsPattern() : PartPattern()).IsMatch(parts[i]))
                continue;
            error = i == 0
                ? $"{QuotedText.Of(parts[i])} is an invalid OS component of {QuotedText.Of(text)}: OSAndVersion specifier component must match "
                    + $"{QuotedText.Of(OsPattern().ToString())}: invalid argument"
                : $"{QuotedText.Of(parts[i])} is an invalid component of {QuotedText.Of(text)}: platform specifier component must match "
                    + $"{QuotedText.Of(PartPattern().ToString())}: invalid argument";
            return null;
        }

        // A version of the operating system, as in windows(10.0.17763), says nothing about what is compared here.
        var os = NormalizeOs(parts[0].Split('(')[0]);
        switch (parts.Length)
        {
            case 1 when KnownOs.Contains(os):
                return new Platform(os, DefaultArchitecture, "");
            case 1:
                var alone = Of(DefaultOs, parts[0], "");
                if (KnownArchitectures.Contains(alone.Architecture))
                    return alone;
                error = $"{QuotedText.Of(text)}: unknown operating system or architecture: invalid argument";
                return null;
            case 2:
                return Of(os, parts[1], "");
            case 3:
                return Of(os, parts[1], parts[2]);
            default:
                error = $"{QuotedText.Of(text)}: cannot parse platform specifier: invalid argument";
                return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Variant.Length == 0 ? $"{Os}/{Architecture}" : $"{Os}/{Architecture}/{Variant}";

    private static Platform Of(string os, string architecture, string variant)
    {
        (architecture, variant) = (architecture.ToLowerInvariant(), variant.ToLowerInvariant());
        return (architecture, variant) switch
        {
            ("i386", _) => new Platform(os, "386", ""),
            ("x86_64" or "x86-64" or "amd64", "v1") => new Platform(os, "amd64", ""),
            ("x86_64" or "x86-64", _) => new Platform(os, "amd64", variant),
            ("aarch64" or "arm64", "8" or "v8") => new Platform(os, "arm64", ""),
            ("aarch64", _) => new Platform(os, "arm64", variant),
            ("armhf", _) => new Platform(os, "arm", "v7"),
            ("armel", _) => new Platform(os, "arm", "v6"),
            ("arm", "" or "7") => new Platform(os, "arm", "v7"),
            ("arm", "5" or "6" or "8") => new Platform(os, "arm", "v" + variant),
            _ => new Platform(os, architecture, variant),
        };
    }

    private static string NormalizeOs(string os) => os.ToLowerInvariant() is var lower && lower == "macos" ? "darwin" : lower;

    [GeneratedRegex("^[A-Za-z0-9_.-]+$")]
    private static partial Regex PartPattern();

    [GeneratedRegex(@"^([A-Za-z0-9_-]+)(?:\(([A-Za-z0-9_.%-]*)((?:\+[A-Za-z0-9_.%-]+)*)\))?$")]
    private static partial Regex OsPattern();
}
