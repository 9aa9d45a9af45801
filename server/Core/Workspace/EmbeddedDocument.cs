using Dockstage.Core.Consumers;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>
/// A Dockerfile that is written inside another document. To all features it is a Dockerfile like any other, under a path of its own; places in
/// it are told to people as places of its host. Shared between snapshots as long as its consumers say the same.
/// </summary>
public sealed class EmbeddedDocument
{
    internal EmbeddedDocument(EmbeddedText said, EmbeddedDocument? previous)
    {
        Said = said;
        var text = previous is not null && HaveEqualTexts(previous.Document, said) ? previous.Document.Text : said.Text.Text;
        Document = new Document(said.Path, text, "dockerfile");
        Entry = new SnapshotEntry(Document, consumer: null, previous?.Entry);
    }

    /// <summary>What a consumer said of it.</summary>
    public EmbeddedText Said { get; }

    /// <summary>The Dockerfile.</summary>
    public Document Document { get; }

    /// <summary>Its own path.</summary>
    public DocumentPath Path => Said.Path;

    internal SnapshotEntry Entry { get; }

    internal static bool HaveEqualTexts(Document one, EmbeddedText other) =>
        one.Text.Length == other.Text.Text.Length && one.Text.ToString().Equals(other.Text.Text.ToString(), StringComparison.Ordinal);
}
