using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>Too few arguments, or one too many: <c>WORKDIR requires exactly one argument</c>. FROM has a rule of its own.</summary>
public sealed class ArgumentCount : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            An instruction is given too few arguments: `COPY` without a destination, `ENV` with a name alone, `HEALTHCHECK CMD` without a command. Or
            it is given one where none may stand: `HEALTHCHECK NONE`.
            """,
        Matters = """
            Nothing in the file can be built. A blank in a path is a usual cause, as is a `\` at the end of a line too many.
            """,
        Bad = """
            FROM alpine:3.20
            COPY app
            """,
        Good = """
            FROM alpine:3.20
            COPY app /app
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file) =>
        from error in file.Errors
        let message = TextOf(error)
        where message is not null
        select Refuse(error.Span, message, error.In.Related);

    private static string? TextOf(CheckedError error) => error.Kind switch
    {
        SyntaxErrorKind.MissingArgument when TakesOne(error.In.Parts.Keyword) => $"{error.In.Name} requires exactly one argument",
        SyntaxErrorKind.MissingArgument => $"{error.In.Name} requires at least one argument",
        SyntaxErrorKind.MissingDestination =>
            $"{error.In.Name} requires at least two arguments, but only one was provided. Destination could not be determined",
        SyntaxErrorKind.MissingValue => $"{error.In.Name} must have two arguments",
        SyntaxErrorKind.MissingCheckCommand => "Missing command after HEALTHCHECK CMD",
        SyntaxErrorKind.ArgumentsOfNone => "HEALTHCHECK NONE takes no arguments",
        _ => null,
    };

    private static bool TakesOne(InstructionKeyword keyword) => keyword
        is InstructionKeyword.Maintainer
        or InstructionKeyword.Stopsignal
        or InstructionKeyword.User
        or InstructionKeyword.Workdir;
}
