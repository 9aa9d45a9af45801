namespace Dockstage.Core.Semantics;

/// <summary>
/// The arguments that BuildKit gives to FROM lines without an ARG (<c>dockerfile2llb/platform.go</c>). Their values belong to a build, not
/// to the file; without one, linux/amd64 stands for both platforms.
/// </summary>
internal static class AutomaticArgs
{
    /// <summary>The platform that stands for both of a build of which nothing is known.</summary>
    public const string Platform = "linux/amd64";

    private static readonly (string Name, string Value)[] OfOnePlatform =
    [
        ("PLATFORM", Platform),
        ("OS", "linux"),
        ("OSVERSION", ""),
        ("ARCH", "amd64"),
        ("VARIANT", ""),
    ];

    /// <summary>The values of a build.</summary>
    /// <param name="target">Name of the stage that is built, or null; TARGETSTAGE is <c>default</c> then.</param>
    public static Dictionary<string, string> For(string? target)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["TARGETSTAGE"] = target ?? "default" };
        foreach (var (name, value) in OfOnePlatform)
        {
            values["BUILD" + name] = value;
            values["TARGET" + name] = value;
        }

        return values;
    }
}
