using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>A line of text over a FROM that builds its stage when clicked. LSP: CodeLens.</summary>
/// <param name="Span">The FROM instruction.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Dockerfile">The Dockerfile to build.</param>
/// <param name="Stage">The stage to build, or null for the default one when it has no name.</param>
public sealed record StageLens(TextSpan Span, string Title, DocumentPath Dockerfile, string? Stage);
