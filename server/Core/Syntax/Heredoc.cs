using Dockstage.Core.Text;

namespace Dockstage.Core.Syntax;

/// <summary>
/// A here-document: opener in the instruction's line, body and closer below it. Offsets count from the instruction's start.
/// </summary>
public sealed record Heredoc
{
    /// <summary>The opener: <c>&lt;&lt;EOF</c>.</summary>
    public required TextSpan OpenerSpan { get; init; }

    /// <summary>The closing line's text, quotes and escapes removed.</summary>
    public required string Delimiter { get; init; }

    /// <summary>Whether quotes in the opener turn variable expansion in the body off. BuildKit: a backslash does not.</summary>
    public required bool IsQuoted { get; init; }

    /// <summary>Whether tabs at line starts do not count (<c>&lt;&lt;-</c>).</summary>
    public required bool StripsTabs { get; init; }

    /// <summary>The body, line ends included; null when the closing line is missing, so that nobody knows how far it goes.</summary>
    public TextSpan? BodySpan { get; init; }

    /// <summary>The closing line without its line end, or null when it is missing.</summary>
    public TextSpan? CloserSpan { get; init; }
}
