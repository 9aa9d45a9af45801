using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>
/// From a word to the named context that is meant there: where a Dockerfile refers to it, and where a build is given it. A stage of its name is another
/// matter, see <see cref="StagePlace"/>.
/// </summary>
/// <param name="Span">The word.</param>
/// <param name="Name">What it says.</param>
/// <param name="Given">The builds that are given the context, each place once.</param>
/// <param name="Uses">Where their Dockerfiles refer to it.</param>
public sealed record ContextPlace(TextSpan Span, string Name, ImmutableArray<GivenTo> Given, ImmutableArray<FilePlace> Uses)
{
    /// <summary>The named context that is meant at an offset, or null.</summary>
    public static ContextPlace? At(WorkspaceSnapshot snapshot, DocumentPath path, int offset)
    {
        if (snapshot.StagesIn(path) is not { } model)
            return WhereGiven(snapshot, path, offset);
        return model.ReferenceAt(offset) is { Text.Length: > 0 } reference && reference.Span.Touches(offset) && StageMentions.StageOf(model, reference) is null
            && GivenAs(snapshot, path, reference.Text) is { IsEmpty: false } given
            ? new ContextPlace(reference.Span, reference.Text, given, UsesOf(path, model, reference.Text))
            : null;
    }

    /// <summary>The names of the contexts that the builds of a Dockerfile are given, but those that take the place of a stage; each once, without a platform.</summary>
    public static IEnumerable<string> NamesFor(WorkspaceSnapshot snapshot, DocumentPath dockerfile, DockerfileModel model) =>
        snapshot.BuildTargetsOf(dockerfile).SelectMany(target => target.Contexts).Where(context => !context.Value.IsDynamic)
            .Select(context => NamedContexts.NameIn(context.Value.Text)).Where(name => NamedContexts.SoughtFor(name) == name && model.FindTarget(name) is null).Distinct();

    private static ContextPlace? WhereGiven(WorkspaceSnapshot snapshot, DocumentPath path, int offset)
    {
        ImmutableArray<GivenTo> given =
        [
            .. from target in snapshot.BuildTargetsAt(path)
               from context in target.Contexts
               where context.Value.File.Equals(path) && !context.Value.IsDynamic && context.Value.Span.Touches(offset) && context.Value.Text.Length > 0
               select new GivenTo(target, context),
        ];
        if (given.IsEmpty)
            return null;
        var (span, name) = (given[0].Context.Value.Span, given[0].Context.Value.Text);
        var uses = given.Select(one => snapshot.Resolve(one.Target)).OfType<ResolvedDockerfile.Found>().DistinctBy(found => found.Path)
            .SelectMany(found => UsesOf(found.Path, found.Model, NamedContexts.NameIn(name)));
        return new ContextPlace(span, name, [.. given.DistinctBy(one => one.Target.Name)], [.. uses]);
    }

    private static ImmutableArray<GivenTo> GivenAs(WorkspaceSnapshot snapshot, DocumentPath dockerfile, string name) =>
    [
        .. from target in snapshot.BuildTargetsOf(dockerfile)
           from context in target.Contexts
           where !context.Value.IsDynamic && NamedContexts.Of([context.Value.Text]).Has(name)
           group new GivenTo(target, context) by context.Value.Place into places
           select places.First(),
    ];

    private static ImmutableArray<FilePlace> UsesOf(DocumentPath path, DockerfileModel model, string name)
    {
        var context = NamedContexts.Of([name]);
        return [.. model.References.Where(reference => reference.Text.Length > 0 && context.Has(reference.Text)).Select(reference => new FilePlace(path, reference.Span))];
    }
}

/// <summary>A named context and a build that is given it.</summary>
/// <param name="Target">The build.</param>
/// <param name="Context">The context, where the build's file names it.</param>
public sealed record GivenTo(BuildTarget Target, ContextName Context);
