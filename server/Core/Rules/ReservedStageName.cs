namespace Dockstage.Core.Rules;

/// <summary>A stage is called <c>scratch</c> or <c>context</c>.</summary>
public sealed class ReservedStageName : LintRule
{
    private static readonly string[] Reserved = ["context", "scratch"];

    /// <inheritdoc/>
    public override bool HonoursInlineSkip => false;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "A stage is called `scratch` or `context`.",
        Matters = """
            `scratch` is the name of the empty image, `context` that of the build context. A stage called `scratch` really takes the place of the
            empty image for every `FROM scratch` below it.
            """,
        Bad = """
            FROM golang:1.26 AS scratch
            """,
        Good = """
            FROM golang:1.26 AS build
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var stage in file.Model.Stages)
        {
            if (stage is { Name: { } name, NameSpan: { } span } && Reserved.Contains(name))
                yield return Warn(span, $"Stage name should not use the same name as reserved stage \"{name}\"");
        }
    }
}
