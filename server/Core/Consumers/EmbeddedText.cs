using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers;

/// <summary>A Dockerfile that is written inside another file, so that it is no file of its own but a document of its own.</summary>
/// <param name="Path">The document: a path inside its file, the same for all who take the text over.</param>
/// <param name="Text">What it says, and where each piece of that stands.</param>
/// <param name="Style">How more text is written there.</param>
/// <param name="IsOpen">Whether it holds variables of which nothing is known, so that it may say more than can be read.</param>
public sealed record EmbeddedText(DocumentPath Path, MappedText Text, MappedStyle Style, bool IsOpen)
{
    /// <summary>The file in which it is written.</summary>
    public DocumentPath File => Path.Host!;
}
