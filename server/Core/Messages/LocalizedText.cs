namespace Dockstage.Core.Messages;

/// <summary>A message with its arguments; it becomes text at the edge, where the reader's language is known.</summary>
/// <param name="Message">The entry of the table.</param>
/// <param name="Arguments">What stands in its gaps.</param>
public sealed record LocalizedText(Message Message, string[] Arguments)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => Message.In(language, Arguments);
}
