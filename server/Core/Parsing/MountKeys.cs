using System.Collections.Immutable;

namespace Dockstage.Core.Parsing;

/// <summary>The keys of a mount's options, in lower case. BuildKit: <c>instructions/commands_runmount.go</c>.</summary>
internal static class MountKeys
{
    /// <summary>All of them, in BuildKit's order.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "type", "from", "source", "target", "readonly", "id", "sharing", "required", "size", "mode", "uid", "gid", "src", "dst", "destination",
        "ro", "rw", "readwrite", "env",
    ];

    /// <summary>Whether there is such a key.</summary>
    public static bool IsKnown(string key) => All.Contains(key);

    /// <summary>Whether a key may stand without a value.</summary>
    public static bool MayStandAlone(string key) => key is "readonly" or "ro" or "readwrite" or "rw" or "required";
}
