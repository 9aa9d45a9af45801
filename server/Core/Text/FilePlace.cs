namespace Dockstage.Core.Text;

/// <summary>A place in some document.</summary>
/// <param name="File">The document.</param>
/// <param name="Span">The place in it.</param>
public sealed record FilePlace(DocumentPath File, TextSpan Span);
