namespace Dockstage.Core.Syntax;

/// <summary>One <c>key=value</c> of a comma-separated flag value such as that of <c>--mount</c>.</summary>
/// <param name="Key">The key; letter case does not count.</param>
/// <param name="Value">The value, empty for <c>key=</c>, null for <c>key</c>.</param>
public sealed record FlagOption(PlacedText Key, PlacedText? Value);
