using Dockstage.Core.Text;

namespace Dockstage.Core.Syntax;

/// <summary>
/// <c># key=value</c> before anything else in the file, as BuildKit's <em>parser</em> recognises it: leading blanks are allowed, a
/// shebang line ends the directives. For <c>syntax</c> and <c>check</c> BuildKit has another reader, see <c>DirectiveLookup</c>.
/// </summary>
public sealed class ParserDirective(string text) : DockerfileItem(text)
{
    /// <summary>The key in lower case: <c>syntax</c>, <c>escape</c> or <c>check</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Where the key is written, from the line's start.</summary>
    public required TextSpan KeySpan { get; init; }

    /// <summary>The whole value, without blanks around it.</summary>
    public required string Value { get; init; }

    /// <summary>Where the value is written, from the line's start.</summary>
    public required TextSpan ValueSpan { get; init; }

    /// <summary>What BuildKit refuses about it, or null.</summary>
    public SyntaxError? Error { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<SyntaxError> AllErrors => Error is { } error ? LongLines.Append(error) : LongLines;
}
