using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>A flag for the second time that may stand only once: <c>duplicate flag specified: --from</c>.</summary>
public sealed class DuplicateFlag : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "A flag stands twice in one instruction. Only `--mount`, `--exclude` and `--device` may be repeated.",
        Matters = "Nothing in the file can be built, even if both say the same.",
        Bad = """
            FROM alpine:3.20
            COPY --chown=1000 --chown=1000 app /app
            """,
        Good = """
            FROM alpine:3.20
            COPY --chown=1000 app /app
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file) =>
        from error in file.Errors
        where error.Kind == SyntaxErrorKind.DuplicateFlag
        select Refuse(error.Span, $"duplicate flag specified: --{error.Flag.Name.Text}", error.In.Related);
}
