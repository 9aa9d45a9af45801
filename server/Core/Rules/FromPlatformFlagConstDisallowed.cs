using Dockstage.Core.Semantics;

namespace Dockstage.Core.Rules;

/// <summary>FROM with a platform that holds no variable, and a stage whose name does not say that it is for that platform.</summary>
public sealed class FromPlatformFlagConstDisallowed : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => true;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "`FROM --platform=` with a constant, unless the stage's name holds its operating system or architecture.",
        Matters = """
            The stage is built for that platform whatever `docker build --platform` asks for. Where that is meant, let the name say so
            (`AS build_amd64`), or choose with a variable such as `$BUILDPLATFORM`.
            """,
        Bad = """
            FROM --platform=linux/amd64 golang:1.26 AS build
            """,
        Good = """
            FROM --platform=$BUILDPLATFORM golang:1.26 AS build
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var (instruction, stage) in file.Froms)
        {
            if (FromPlatform.Of(file, instruction) is not { Variables.IsEmpty: true, Expanded: { Length: > 0 } value } platform)
                continue;
            if (Platform.Read(value, out _) is not { } parsed || Names(stage.Name ?? "", parsed))
                continue;
            yield return Warn(platform.Span, $"FROM --platform flag should not use constant value \"{value}\"");
        }
    }

    private static bool Names(string stage, Platform platform) =>
        stage.Contains(platform.Os, StringComparison.Ordinal) || stage.Contains(platform.Architecture, StringComparison.Ordinal);
}
