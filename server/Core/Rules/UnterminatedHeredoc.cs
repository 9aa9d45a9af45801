using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>A heredoc whose closing line never comes: <c>unterminated heredoc</c>.</summary>
public sealed class UnterminatedHeredoc : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            A heredoc is opened, and no line below it consists of its delimiter alone. Blanks before or behind the delimiter count; only `<<-` allows
            tabs before it.
            """,
        Matters = """
            BuildKit takes the rest of the file for the body and refuses it. Some heredocs are not meant as such: in `echo $((1 << 2))` BuildKit sees
            one called `2))`.
            """,
        Bad = """
            FROM alpine:3.20
            RUN <<EOF
            echo hello
              EOF
            """,
        Good = """
            FROM alpine:3.20
            RUN <<EOF
            echo hello
            EOF
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file) =>
        from instruction in file.Instructions
        from error in instruction.Syntax.Errors
        where error.Kind == SyntaxErrorKind.UnterminatedHeredoc
        select Refuse(instruction.InFile(error.Span), "unterminated heredoc");
}
