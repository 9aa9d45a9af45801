using System.Diagnostics;
using Dockstage.Core.Text;

namespace Dockstage.Core.Syntax;

/// <summary>Why a word has no value.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Span">The variable or quoted text that has it, as indexes of the word's units.</param>
/// <param name="Detail">What the kind says; empty for most.</param>
public sealed record ExpansionError(ExpansionErrorKind Kind, TextSpan Span, string Detail = "")
{
    /// <summary>The word as BuildKit reads it; null as long as nobody has said where it stands.</summary>
    public string? Word { get; init; }

    /// <summary>
    /// BuildKit's whole text, <c>failed to process "word": …</c>; null for what only Dockstage refuses, and while the word is not known.
    /// </summary>
    public string? FullText => Word is null || Kind == ExpansionErrorKind.TooLarge ? null : $"failed to process {QuotedText.Of(Word)}: {BuildKitText}";

    /// <summary>
    /// BuildKit's text for it, without the <c>failed to process "word": </c> that it puts before; empty for what only Dockstage refuses.
    /// </summary>
    public string BuildKitText => Kind switch
    {
        ExpansionErrorKind.UnclosedSingleQuote => "unexpected end of statement while looking for matching single-quote",
        ExpansionErrorKind.UnclosedDoubleQuote => "unexpected end of statement while looking for matching double-quote",
        ExpansionErrorKind.MissingBrace => "syntax error: missing '}'",
        ExpansionErrorKind.MissingSlash => "syntax error: missing '/' in ${}",
        ExpansionErrorKind.BadSubstitution => "syntax error: bad substitution",
        ExpansionErrorKind.UnsupportedModifier => $"unsupported modifier ({Detail}) in substitution",
        ExpansionErrorKind.RequiredVariable => Detail,
        ExpansionErrorKind.InvalidPattern => "invalid pattern " + Detail,
        ExpansionErrorKind.TooLarge => "",
        _ => throw new UnreachableException(),
    };
}
