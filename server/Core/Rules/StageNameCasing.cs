namespace Dockstage.Core.Rules;

/// <summary>A stage's name is written with capitals. BuildKit lower-cases it, but looks up the base of FROM as it is written.</summary>
public sealed class StageNameCasing : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => true;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "A stage's name is written with capital letters.",
        Matters = """
            BuildKit keeps the name in lower case. `COPY --from`, mounts and `target` find it in any letter case, but `FROM Build` does
            not: it is taken for an image, and the build fails. A name in small letters works everywhere.
            """,
        Bad = """
            FROM golang:1.26 AS Build
            RUN go build -o /app .
            """,
        Good = """
            FROM golang:1.26 AS build
            RUN go build -o /app .
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var (instruction, _) in file.Froms)
        {
            if (instruction.Parts.From?.Name is not { } name)
                continue;
            var lower = name.Text.ToLowerInvariant();
            if (name.Text != lower)
                yield return Warn(instruction.InFile(name.Span), $"Stage name '{name.Text}' should be lowercase") with { Replacement = lower };
        }
    }
}
