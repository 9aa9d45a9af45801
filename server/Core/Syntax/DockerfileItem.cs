namespace Dockstage.Core.Syntax;

/// <summary>
/// A piece of a Dockerfile. Pieces follow each other without gap, so that their texts joined are the file. A piece knows its own text
/// but not its place: offsets inside it count from its start, so that an edit elsewhere can reuse it as it is.
/// </summary>
/// <param name="text">The exact text, line ends included.</param>
public abstract class DockerfileItem(string text)
{
    /// <summary>The exact text, with line ends, and with the byte order mark in the first piece of a file that has one.</summary>
    public string Text { get; } = text;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
