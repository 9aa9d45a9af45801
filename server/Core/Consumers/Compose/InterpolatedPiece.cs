using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>A part of a text in which variables are replaced that does not stay as it is.</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsDollar">Whether it is <c>$$</c>, and no variable.</param>
/// <param name="IsOpen">Whether it depends on a variable of which nothing is known.</param>
internal readonly record struct InterpolatedPiece(TextSpan Span, string Text, bool IsDollar, bool IsOpen);
