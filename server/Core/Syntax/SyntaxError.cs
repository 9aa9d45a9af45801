using Dockstage.Core.Text;

namespace Dockstage.Core.Syntax;

/// <summary>Something that the Dockerfile format does not allow.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where, from the start of the piece that has it.</param>
public sealed record SyntaxError(SyntaxErrorKind Kind, TextSpan Span);
