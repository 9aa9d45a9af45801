namespace Dockstage.Core.Syntax;

/// <summary>What stands behind the name in <c>${name…}</c>. BuildKit: <c>shell/lex.go</c>.</summary>
public enum VariableOperator
{
    /// <summary>Nothing: the value itself.</summary>
    None,

    /// <summary><c>-</c>: the word where the variable is not set.</summary>
    DefaultIfUnset,

    /// <summary><c>:-</c>: the word where the variable is not set or empty.</summary>
    DefaultIfEmpty,

    /// <summary><c>+</c>: the word where the variable is set.</summary>
    AlternativeIfSet,

    /// <summary><c>:+</c>: the word where the variable is set and not empty.</summary>
    AlternativeIfFilled,

    /// <summary><c>?</c>: an error with the word as message where the variable is not set.</summary>
    ErrorIfUnset,

    /// <summary><c>:?</c>: the same also where it is empty.</summary>
    ErrorIfEmpty,

    /// <summary><c>#</c>: without the shortest match of the pattern at the start.</summary>
    TrimShortestStart,

    /// <summary><c>##</c>: without the longest match at the start.</summary>
    TrimLongestStart,

    /// <summary><c>%</c>: without the shortest match at the end.</summary>
    TrimShortestEnd,

    /// <summary><c>%%</c>: without the longest match at the end.</summary>
    TrimLongestEnd,

    /// <summary><c>/</c>: the first match replaced.</summary>
    ReplaceFirst,

    /// <summary><c>//</c>: every match replaced.</summary>
    ReplaceAll,

    /// <summary>Anything else, which BuildKit refuses (<c>unsupported modifier</c>), or the end of a half-written text.</summary>
    Unknown,
}
