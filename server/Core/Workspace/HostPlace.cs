using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>
/// Between documents that are written inside others and what people see. Whoever is asked about a place asks the innermost document there;
/// whatever is told of such a document is told of its host. Everything that leads in or out comes through here.
/// </summary>
public static class HostPlace
{
    /// <summary>The document that counts at a place of a known one, and the place in it: that written inside it where there is one.</summary>
    public static (Document Document, int Offset) Innermost(WorkspaceSnapshot snapshot, Document document, int offset)
    {
        foreach (var embedded in snapshot.EmbeddedIn(document.Path))
        {
            if (embedded.Said.Text.ToInner(offset) is { } inner)
                return (embedded.Document, inner);
        }

        return (document, offset);
    }

    /// <summary>Where people see a place: of a document inside another one, where that is written.</summary>
    public static FilePlace Of(WorkspaceSnapshot snapshot, FilePlace place) => snapshot.EmbeddedAt(place.File) is { } embedded
        ? new FilePlace(embedded.Said.File, embedded.Said.Text.ToHost(place.Span))
        : place;

    /// <summary>On which line of its host each line of a document begins that is written inside it, from 0; empty for any other document.</summary>
    public static ImmutableArray<int> LinesOf(WorkspaceSnapshot snapshot, DocumentPath path)
    {
        if (snapshot.EmbeddedAt(path) is not { } embedded || snapshot.Find(embedded.Said.File).Document is not { } host)
            return [];
        var (text, inner) = (embedded.Said.Text, embedded.Document.Text);
        return [.. Enumerable.Range(0, inner.LineCount).Select(line => host.Text.LineAt(text.ToHost(inner.LineSpan(line)).Start))];
    }

    /// <summary>The document that people see: of one inside another, its host.</summary>
    public static DocumentPath Of(DocumentPath path) => path.Host ?? path;
}
