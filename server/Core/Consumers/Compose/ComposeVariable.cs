namespace Dockstage.Core.Consumers.Compose;

/// <summary>What is known of a variable.</summary>
/// <param name="Text">Its value.</param>
/// <param name="Value">The value where it stands as it is, in a file of variables; null where it is put together or stands nowhere.</param>
/// <param name="IsOpen">Whether the value depends on a variable of which nothing is known.</param>
internal sealed record ComposeVariable(string Text, TextValue? Value = null, bool IsOpen = false);
