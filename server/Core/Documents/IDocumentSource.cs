using Dockstage.Core.Text;

namespace Dockstage.Core.Documents;

/// <summary>
/// "The text at this path." Three reasons for the interface: an editor's unsaved text wins over the disk, some documents have no
/// disk, and tests want memory. The real one is the workspace snapshot.
/// </summary>
public interface IDocumentSource
{
    /// <summary>Looks a path up. Never fails.</summary>
    DocumentState Find(DocumentPath path);

    /// <summary>The known documents that say of a path of which kind it is, whatever its name (a <c>.env</c> with <c>COMPOSE_FILE</c>), the nearest first.</summary>
    IEnumerable<Document> NamersOf(DocumentPath path) => [];
}
