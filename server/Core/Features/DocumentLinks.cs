using System.Collections.Immutable;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>The words of a document that can be clicked to open a file. LSP: <c>textDocument/documentLink</c>.</summary>
public static class DocumentLinks
{
    /// <summary>The links of a consumer's file, or of one from which it takes something over, in file order. None overlaps another.</summary>
    public static ImmutableArray<FileMention> Of(WorkspaceSnapshot snapshot, DocumentPath path)
    {
        var links = ImmutableArray.CreateBuilder<FileMention>();
        foreach (var mention in FileMentions.In(snapshot, path))
        {
            if (links.Count == 0 || mention.Span.Start >= links[^1].Span.End)
                links.Add(mention);
        }

        return links.ToImmutable();
    }
}
