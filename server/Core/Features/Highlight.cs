using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>A place that names the stage asked about.</summary>
/// <param name="Span">The name.</param>
/// <param name="IsDeclaration">Whether the stage gets its name here (LSP: write) and is not merely used (LSP: read).</param>
public sealed record Highlight(TextSpan Span, bool IsDeclaration);
