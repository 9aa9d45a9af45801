using System.Collections.Immutable;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>From a name to what it names: a stage to its FROM, a service to where it is described, a named context to where a build is given it, a path to its file. LSP: <c>textDocument/definition</c>.</summary>
public static class Definition
{
    /// <summary>
    /// What is named at an offset; empty where nothing is. Of a stage the selection is the name alone, or the base of a stage without a name; a
    /// service may be described in several files.
    /// </summary>
    public static ImmutableArray<DefinitionLink> At(WorkspaceSnapshot snapshot, DocumentPath path, int offset)
    {
        if (StagePlace.At(snapshot, path, offset) is { Stage: { } stage, Dockerfile: { } dockerfile } place && place.Span.Touches(offset))
            return [new DefinitionLink(place.Span, dockerfile, stage.FromSpan, stage.NameSpan ?? stage.BaseSpan)];
        if (snapshot.ConsumerFileAt(path).Names.FirstOrDefault(name => name.Value.Span.Touches(offset)) is { } named)
            return [.. named.Places.Select(found => new DefinitionLink(named.Value.Span, found.File, found.Span, found.Span))];
        if (ContextPlace.At(snapshot, path, offset) is { } context)
            return [.. PlacesOf(context, snapshot.StagesIn(path) is not null).Select(found => new DefinitionLink(context.Span, found.File, found.Span, found.Span))];
        return FileMentions.In(snapshot, path).FirstOrDefault(mention => mention.Span.Touches(offset)) is { } file
            && snapshot.Find(file.File).Document is not null
            ? [new DefinitionLink(file.Span, file.File, TextSpan.At(0), TextSpan.At(0))]
            : [];
    }

    /// <summary>From where a Dockerfile refers to a named context to where builds are given it, and the other way round.</summary>
    private static IEnumerable<FilePlace> PlacesOf(ContextPlace context, bool isUse) =>
        isUse ? context.Given.Select(given => given.Context.Value.Place) : context.Uses;
}
