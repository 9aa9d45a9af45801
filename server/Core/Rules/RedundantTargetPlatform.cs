namespace Dockstage.Core.Rules;

/// <summary><c>FROM --platform=$TARGETPLATFORM</c>, which is what FROM does anyway.</summary>
public sealed class RedundantTargetPlatform : LintRule
{
    private const string Variable = "TARGETPLATFORM";

    /// <inheritdoc/>
    public override bool HonoursInlineSkip => true;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "`FROM --platform=$TARGETPLATFORM`.",
        Matters = "A stage is built for the target platform anyway. The flag makes the reader look for a reason.",
        Bad = """
            FROM --platform=$TARGETPLATFORM alpine:3.20
            """,
        Good = """
            FROM alpine:3.20
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var (instruction, _) in file.Froms)
        {
            if (FromPlatform.Of(file, instruction) is { Variables: [Variable] } platform
                && platform.Expanded == file.Model.GlobalArgs.ValueOf(Variable))
            {
                yield return Warn(
                    platform.Span, $"Setting platform to predefined {platform.Text} in FROM is redundant as this is the default behavior");
            }
        }
    }
}
