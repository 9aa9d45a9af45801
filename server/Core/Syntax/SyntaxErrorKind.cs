namespace Dockstage.Core.Syntax;

/// <summary>What the Dockerfile format does not allow.</summary>
public enum SyntaxErrorKind
{
    /// <summary>A directive that was given before. BuildKit: <c>only one escape parser directive can be used</c>.</summary>
    RepeatedDirective,

    /// <summary>
    /// An escape character other than backslash and backtick. BuildKit: <c>invalid escape token 'x' does not match ` or \</c>.
    /// </summary>
    InvalidEscape,

    /// <summary>A heredoc whose closing line never comes. BuildKit: <c>unterminated heredoc</c>.</summary>
    UnterminatedHeredoc,

    /// <summary>A blank line inside a continued instruction. BuildKit only warns yet (rule NoEmptyContinuation).</summary>
    EmptyContinuation,
}
