using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>A name and what it means.</summary>
/// <param name="Span">The name, on one line.</param>
/// <param name="Type">What it means.</param>
/// <param name="IsDeclaration">Whether it gets this meaning here.</param>
public sealed record SemanticToken(TextSpan Span, SemanticTokenType Type, bool IsDeclaration = false);

/// <summary>What a name of a Dockerfile means.</summary>
public enum SemanticTokenType
{
    /// <summary>A stage, by name or index.</summary>
    Stage,

    /// <summary>An image, or a named context that takes its place.</summary>
    Image,

    /// <summary>A variable of an ARG.</summary>
    Variable,

    /// <summary>The word that begins or ends a heredoc.</summary>
    HeredocDelimiter,

    /// <summary>A line of a heredoc that is the content of a file.</summary>
    HeredocText,
}
