using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>What is shown when the pointer rests on a word.</summary>
/// <param name="Span">The word.</param>
/// <param name="Markdown">The text, in Markdown.</param>
public sealed record HoverText(TextSpan Span, string Markdown);
