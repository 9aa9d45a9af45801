using System.Buffers;
using System.Globalization;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>One word of EXPOSE, its variables replaced. Source: <c>dockerfile2llb/convert_expose.go</c>.</summary>
internal static class ExposedPort
{
    private const int LastPort = 65535;

    private static readonly SearchValues<char> AddressUnits = SearchValues.Create("0123456789abcdefABCDEF.:[]%");

    /// <summary>What BuildKit says against it, or null.</summary>
    public static string? ProblemOf(string word)
    {
        var parts = word.Split(':');
        var host = parts.Length < 2 ? "" : parts[^2];
        var address = parts.Length < 3 ? "" : string.Join(':', parts[..^2]);
        var slash = parts[^1].IndexOf('/', StringComparison.Ordinal);
        var (port, protocol) = slash < 0 ? (parts[^1], "") : (parts[^1][..slash], parts[^1][(slash + 1)..]);
        if (port.Length == 0)
            return $"invalid port: {QuotedText.Of(word)}: no port specified";
        if (protocol.ToLowerInvariant() is not ("" or "tcp" or "udp" or "sctp"))
            return $"invalid port: {QuotedText.Of(word)}: invalid proto: {protocol}";
        if (address.AsSpan().ContainsAnyExcept(AddressUnits))
            return "invalid IP address: " + address;
        if (ReadRange(port) is not var (start, end))
            return "invalid containerPort: " + port;
        if (host.Length == 0)
            return null;
        if (ReadRange(host) is not var (hostStart, hostEnd))
            return "invalid hostPort: " + host;
        return end - start != hostEnd - hostStart && end != start ? $"invalid ranges specified for container and host Ports: {port} and {host}" : null;
    }

    private static (int Start, int End)? ReadRange(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var (first, last) = dash < 0 ? (text, text) : (text[..dash], text[(dash + 1)..]);
        return ReadNumber(first) is { } start && ReadNumber(last) is { } end && start <= end ? (start, end) : null;
    }

    /// <summary>Go: <c>strconv.ParseInt</c>, which takes a plus sign.</summary>
    private static int? ReadNumber(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= LastPort ? number : null;
}
