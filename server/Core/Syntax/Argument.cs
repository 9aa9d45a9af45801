using Dockstage.Core.Text;

namespace Dockstage.Core.Syntax;

/// <summary>One argument. Offsets count from the instruction's start.</summary>
/// <param name="Span">All of it, in the JSON form with its quotation marks.</param>
/// <param name="Value">
/// Its text: as written, quotes and escapes kept; in the JSON form what the string says, each unit being placed where its escape ends.
/// </param>
public sealed record Argument(TextSpan Span, PlacedText Value);
