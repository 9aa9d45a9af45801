using System.Collections.Immutable;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>The places of one document that name the same stage. LSP: <c>textDocument/documentHighlight</c>.</summary>
public static class Highlights
{
    /// <summary>
    /// The places in this document that name the stage named at an offset; empty where no stage is named. For a document inside another
    /// one: the places in all of its host.
    /// </summary>
    public static ImmutableArray<Highlight> At(WorkspaceSnapshot snapshot, DocumentPath path, int offset)
    {
        if (StagePlace.At(snapshot, path, offset) is not { Stage: { } stage, Dockerfile: { } dockerfile } place
            || !place.Span.Touches(offset)
            || snapshot.DockerfileAt(dockerfile) is not { } model)
        {
            return [];
        }

        return
        [
            .. StageMentions.Of(snapshot, dockerfile, model, stage)
                .Where(mention => HostPlace.Of(mention.File).Equals(HostPlace.Of(path)))
                .Select(mention => new Highlight(HostPlace.Of(snapshot, mention.Place).Span, mention.Kind == StageMentionKind.Declaration)),
        ];
    }
}
