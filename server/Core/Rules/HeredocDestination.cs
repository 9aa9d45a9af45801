using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>A heredoc where COPY or ADD want a destination: <c>COPY cannot accept a heredoc as a destination</c>.</summary>
public sealed class HeredocDestination : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "The last argument of `COPY` or `ADD` is a heredoc.",
        Matters = "A heredoc is something to copy, not a place to copy to. Usually the destination behind it is missing.",
        Bad = """
            FROM alpine:3.20
            COPY <<EOF <<END
            hello
            EOF
            END
            """,
        Good = """
            FROM alpine:3.20
            COPY <<EOF /hello.txt
            hello
            EOF
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file) =>
        from error in file.Errors
        where error.Kind == SyntaxErrorKind.HeredocDestination
        select Refuse(error.Span, $"{error.In.Name} cannot accept a heredoc as a destination", error.In.Related);
}
