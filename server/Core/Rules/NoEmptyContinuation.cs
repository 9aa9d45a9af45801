using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>A blank line inside a continued instruction. BuildKit reports it once for each instruction, at its last line.</summary>
public sealed class NoEmptyContinuation : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => false;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "A blank line between the lines of a continued instruction.",
        Matters = "BuildKit skips it today and says that this will become an error. A comment line between them is fine.",
        Bad = """
            FROM alpine:3.20
            RUN apk add git && \

                apk add curl
            """,
        Good = """
            FROM alpine:3.20
            RUN apk add git && \
                # and what fetches things
                apk add curl
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Syntax.Errors.FirstOrDefault(error => error.Kind == SyntaxErrorKind.EmptyContinuation) is { } blank)
                yield return Warn(instruction.InFile(blank.Span), "Empty continuation line");
        }
    }
}
