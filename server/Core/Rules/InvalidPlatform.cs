using Dockstage.Core.Semantics;

namespace Dockstage.Core.Rules;

/// <summary>
/// <c>FROM --platform</c> with what is no platform: <c>failed to parse platform x: …</c>, <c>empty platform value from expression $X</c>.
/// </summary>
public sealed class InvalidPlatform : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            `FROM --platform=` is given something that is no platform (`os`, `architecture`, `os/architecture` or `os/architecture/variant`), or a variable
            without a value, unless compose services build the file and each of them gives it one.
            """,
        Matters = """
            Nothing in the file can be built. `FROM` sees only the automatic arguments (`BUILDPLATFORM`, `TARGETPLATFORM`, …) and the `ARG` lines above the
            first `FROM`.
            """,
        Bad = """
            FROM --platform=$BUILD_PLATFORM alpine:3.20
            """,
        Good = """
            FROM --platform=$BUILDPLATFORM alpine:3.20
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file)
    {
        foreach (var (instruction, _) in file.Froms)
        {
            if (FromPlatform.Of(file, instruction) is not { Text.Length: > 0, Expanded: { } value } platform)
                continue;
            if (KnownBuilds.Mend(file, platform.Text, given => Platform.Read(given, out _) is not null))
                continue;
            if (value.Length == 0)
                yield return Refuse(platform.Span, $"empty platform value from expression {platform.Text}{Suggestion(file, platform)}");
            else if (Platform.Read(value, out var error) is null)
                yield return Refuse(platform.Span, $"failed to parse platform {platform.Text}: {error}{Suggestion(file, platform)}");
        }
    }

    /// <summary>A name that has a value and is near to one that has none.</summary>
    private static string Suggestion(CheckedDockerfile file, FromPlatform platform)
    {
        var scope = file.Model.GlobalArgs;
        var near = platform.Variables.Where(name => scope.ValueOf(name) is null)
            .Select(name => Spelling.Nearest(name, scope.Names.Where(other => scope.ValueOf(other) is not null), isCaseSensitive: true))
            .FirstOrDefault(name => name is not null);
        return near is null ? "" : $" (did you mean {near}?)";
    }
}
