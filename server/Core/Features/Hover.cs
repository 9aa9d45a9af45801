using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>What is shown when the pointer rests on the name of a stage. LSP: <c>textDocument/hover</c>.</summary>
public static class Hover
{
    /// <summary>The description of the stage named at an offset, or null where none is.</summary>
    public static HoverText? At(WorkspaceSnapshot snapshot, DocumentPath path, int offset, Language language)
    {
        if (StagePlace.At(snapshot, path, offset) is not { Stage: { } stage, Dockerfile: { } dockerfile } place
            || !place.Span.Touches(offset)
            || snapshot.DockerfileAt(dockerfile) is not { } model)
        {
            return null;
        }

        return new HoverText(place.Span, StageDescription.Markdown(snapshot, dockerfile, model, stage, path, language));
    }
}
