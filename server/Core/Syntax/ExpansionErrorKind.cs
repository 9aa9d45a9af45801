namespace Dockstage.Core.Syntax;

/// <summary>What BuildKit refuses about a word with quotes and variables (<c>shell/lex.go</c>).</summary>
public enum ExpansionErrorKind
{
    /// <summary><c>unexpected end of statement while looking for matching single-quote</c></summary>
    UnclosedSingleQuote,

    /// <summary><c>unexpected end of statement while looking for matching double-quote</c></summary>
    UnclosedDoubleQuote,

    /// <summary><c>syntax error: missing '}'</c></summary>
    MissingBrace,

    /// <summary><c>syntax error: missing '/' in ${}</c></summary>
    MissingSlash,

    /// <summary><c>syntax error: bad substitution</c>: <c>${}</c>, <c>${:x}</c>, <c>${{</c></summary>
    BadSubstitution,

    /// <summary><c>unsupported modifier (:=) in substitution</c>; the detail is the modifier.</summary>
    UnsupportedModifier,

    /// <summary>
    /// <c>NAME: message</c>: <c>${NAME:?message}</c> without a value; the detail is that whole text, in which <c>is not allowed to be
    /// unset</c> or <c>is not allowed to be empty</c> stands for a message that is not given.
    /// </summary>
    RequiredVariable,

    /// <summary><c>invalid pattern (\a) in substitution: invalid escape '\a'</c>; the detail is the pattern and what is wrong with it.</summary>
    InvalidPattern,

    /// <summary>Not refused by BuildKit: nesting or a value so large that Dockstage does not follow it.</summary>
    TooLarge,
}
