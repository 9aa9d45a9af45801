using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Formats;

/// <summary>What a JSON text says.</summary>
/// <param name="Root">Its value, or null when it has none.</param>
/// <param name="Errors">Where it is not JSON with comments and trailing commas, in the order of the text.</param>
public sealed record JsonFile(JsonNode? Root, ImmutableArray<JsonError> Errors);

/// <summary>A place where a text is not JSON.</summary>
/// <param name="Span">The words at fault; what is missing is missing behind the last unit of the span.</param>
/// <param name="Kind">What is wrong.</param>
public sealed record JsonError(TextSpan Span, JsonErrorKind Kind);

/// <summary>What can be wrong with a JSON text.</summary>
public enum JsonErrorKind
{
    /// <summary>Something stands where nothing or something else belongs.</summary>
    Unexpected,

    /// <summary>A key or a text is not in double quotes.</summary>
    NotQuoted,

    /// <summary>A text has no closing quote on its line.</summary>
    UnclosedText,

    /// <summary>An object, array or comment has no end. The span is its opening.</summary>
    Unclosed,

    /// <summary>No <c>:</c> behind a key.</summary>
    MissingColon,

    /// <summary>No value behind a <c>:</c>.</summary>
    MissingValue,

    /// <summary>No <c>,</c> between two members or items.</summary>
    MissingComma,

    /// <summary>A backslash before something that cannot follow it, or a control character in a text.</summary>
    InvalidEscape,

    /// <summary>Deeper than anybody writes; what is inside is not read.</summary>
    TooDeep,
}
