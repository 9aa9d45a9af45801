using System.Collections.Immutable;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>Every place that names a stage, in all files. LSP: <c>textDocument/references</c>.</summary>
public static class References
{
    /// <summary>
    /// The places that name the stage named at an offset, the Dockerfile's first; empty where no stage is named.
    /// </summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="path">The document asked about: a Dockerfile or a consumer's file.</param>
    /// <param name="offset">A place in it, in UTF-16 units.</param>
    /// <param name="includesDeclaration">Whether the name behind AS belongs to the answer.</param>
    public static ImmutableArray<StageMention> At(WorkspaceSnapshot snapshot, DocumentPath path, int offset, bool includesDeclaration)
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
                .Where(mention => includesDeclaration || mention.Kind != StageMentionKind.Declaration),
        ];
    }
}
