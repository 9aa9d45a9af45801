using System.Buffers;

namespace Dockstage.Core.Semantics;

/// <summary>
/// A reference to an image: <c>[domain/]path[:tag][@digest]</c>. Source: distribution/reference, <c>ParseNormalizedNamed</c>.
/// </summary>
public sealed record ImageReference
{
    private const string Hub = "docker.io";
    private const string HubOfOld = "index.docker.io";
    private const string Official = "library/";
    private const string InvalidFormat = "invalid reference format";

    private static readonly SearchValues<char> AddressUnits = SearchValues.Create("0123456789abcdefABCDEF:");

    private ImageReference()
    {
    }

    /// <summary>The registry; <c>docker.io</c> when none is written.</summary>
    public required string Domain { get; init; }

    /// <summary>The repository; <c>library/alpine</c> for <c>alpine</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The tag, or null.</summary>
    public string? Tag { get; init; }

    /// <summary>The digest, or null.</summary>
    public string? Digest { get; init; }

    /// <summary>As Docker shows it: without <c>docker.io</c> and <c>library/</c>.</summary>
    public string Familiar
    {
        get
        {
            var name = Domain != Hub ? $"{Domain}/{Path}"
                : Path.StartsWith(Official, StringComparison.Ordinal) && Path.IndexOf('/', Official.Length) < 0 ? Path[Official.Length..]
                : Path;
            return name + (Tag is null ? "" : ":" + Tag) + (Digest is null ? "" : "@" + Digest);
        }
    }

    /// <summary>Reads a text; null when it is no reference.</summary>
    /// <param name="text">The text.</param>
    /// <param name="error">What Docker says against it, or null.</param>
    public static ImageReference? Read(string text, out string? error)
    {
        error = null;
        if (ImageName.IsBareHash(text))
        {
            error = $"invalid repository name ({text}), cannot specify 64-byte hexadecimal strings";
            return null;
        }

        var (domain, rest) = SplitDomain(text);
        var repository = rest.Split(':')[0];
        if (repository.Any(unit => char.ToLowerInvariant(unit) != unit))
        {
            error = $"{InvalidFormat}: repository name ({repository}) must be lowercase";
            return null;
        }

        var (named, digest) = Cut(rest, '@');
        var (path, tag) = Cut(named, ':');
        if (!IsDomain(domain)
            || !path.Split('/').All(part => ImageName.IsComponent(part))
            || (tag is not null && !ImageName.IsTag(tag))
            || (digest is not null && !IsDigest(digest)))
        {
            error = InvalidFormat;
            return null;
        }

        if (path.Length > ImageName.LongestPath)
        {
            error = $"repository name must not be more than {ImageName.LongestPath} characters";
            return null;
        }

        return new ImageReference { Domain = domain, Path = path, Tag = tag, Digest = digest };
    }

    /// <summary>Docker: the part before the first slash is a domain only if it could not be anything else.</summary>
    private static (string Domain, string Remainder) SplitDomain(string text)
    {
        var (first, rest) = Cut(text, '/');
        if (rest is null || !ImageName.IsHostLike(first))
            (first, rest) = (Hub, text);
        if (first == HubOfOld)
            first = Hub;
        return (first, first == Hub && !rest.Contains('/', StringComparison.Ordinal) ? Official + rest : rest);
    }

    private static bool IsDomain(string domain) => IsAddress(domain) || ImageName.IsHost(domain);

    private static (string Before, string? Behind) Cut(string text, char at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text, null) : (text[..index], text[(index + 1)..]);
    }

    /// <summary>An IPv6 address in brackets, with or without a port.</summary>
    private static bool IsAddress(string domain)
    {
        var (address, port) = Cut(domain, ']');
        return port is not null
            && address.StartsWith('[')
            && address.Length > 1
            && address.AsSpan(1).IndexOfAnyExcept(AddressUnits) < 0
            && (port.Length == 0 || (port.Length > 1 && port[0] == ':' && !port.AsSpan(1).ContainsAnyExceptInRange('0', '9')));
    }

    /// <summary>One of the three algorithms that Docker knows, each with its length.</summary>
    private static bool IsDigest(string digest)
    {
        var (algorithm, hash) = Cut(digest, ':');
        var length = algorithm switch
        {
            "sha256" => 64,
            "sha384" => 96,
            "sha512" => 128,
            _ => -1,
        };
        return hash?.Length == length && hash.All(char.IsAsciiHexDigitLower);
    }
}
