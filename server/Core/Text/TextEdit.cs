namespace Dockstage.Core.Text;

/// <summary>A replacement of one range of a text.</summary>
/// <param name="Span">What is replaced, in UTF-16 units of the text before the edit.</param>
/// <param name="NewText">What stands there afterwards.</param>
public readonly record struct TextEdit(TextSpan Span, string NewText);
