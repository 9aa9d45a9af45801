namespace Dockstage.Core.Semantics;

/// <summary>
/// The arguments that BuildKit gives to FROM lines without an ARG (<c>dockerfile2llb/platform.go</c>). Their values belong to a build, not
/// to the file; without one, linux/amd64 stands for both platforms.
/// </summary>
internal static class AutomaticArgs
{
    private static readonly (string Name, string Value)[] OfOnePlatform =
    [
        ("PLATFORM", "linux/amd64"),
        ("OS", "linux"),
        ("OSVERSION", ""),
        ("ARCH", "amd64"),
        ("VARIANT", ""),
    ];

    /// <summary>The values when no target is asked for.</summary>
    /// <param name="lastStage">Name of the last stage, or null; TARGETSTAGE is <c>default</c> then.</param>
    public static Dictionary<string, string> For(string? lastStage)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["TARGETSTAGE"] = lastStage ?? "default" };
        foreach (var (name, value) in OfOnePlatform)
        {
            values["BUILD" + name] = value;
            values["TARGET" + name] = value;
        }

        return values;
    }
}
