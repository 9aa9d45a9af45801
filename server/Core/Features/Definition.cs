using System.Collections.Immutable;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>From the name of a stage to its FROM. LSP: <c>textDocument/definition</c>.</summary>
public static class Definition
{
    /// <summary>The stage named at an offset; empty where none is. The selection is the name alone, or the base of a stage without a name.</summary>
    public static ImmutableArray<DefinitionLink> At(WorkspaceSnapshot snapshot, DocumentPath path, int offset) =>
        StagePlace.At(snapshot, path, offset) is { Stage: { } stage, Dockerfile: { } dockerfile } place && place.Span.Touches(offset)
            ? [new DefinitionLink(place.Span, dockerfile, stage.FromSpan, stage.NameSpan ?? stage.BaseSpan)]
            : [];
}
