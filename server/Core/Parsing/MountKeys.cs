namespace Dockstage.Core.Parsing;

/// <summary>The keys of a mount's options, in lower case. BuildKit: <c>instructions/commands_runmount.go</c>.</summary>
internal static class MountKeys
{
    /// <summary>Whether there is such a key.</summary>
    public static bool IsKnown(string key) => key is "type" or "from" or "source" or "src" or "target" or "dst" or "destination"
        or "readonly" or "ro" or "readwrite" or "rw" or "id" or "sharing" or "required" or "size" or "mode" or "uid" or "gid" or "env";

    /// <summary>Whether a key may stand without a value.</summary>
    public static bool MayStandAlone(string key) => key is "readonly" or "ro" or "readwrite" or "rw" or "required";
}
