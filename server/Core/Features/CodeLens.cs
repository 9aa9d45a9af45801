using System.Collections.Immutable;
using System.Globalization;
using Dockstage.Core.Consumers;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>The lines over each FROM, and over each build of a consumer's file. LSP: <c>textDocument/codeLens</c>.</summary>
public static class CodeLens
{
    /// <summary>
    /// For each stage in file order: build, references, who builds it, whether a build without a target runs it, and the graph. In a consumer's file,
    /// for each build that has a name: build.
    /// </summary>
    public static ImmutableArray<StageLens> Of(WorkspaceSnapshot snapshot, DocumentPath path, LensChoice choice, Language language)
    {
        if (snapshot.StagesIn(path) is { } model)
            return OfDockerfile(snapshot, path, model, choice, language);
        var inside = snapshot.EmbeddedIn(path).SelectMany(document =>
            OfDockerfile(snapshot, document.Path, document.Entry.Dockerfile!, choice, language).Select(lens => InHost(snapshot, document.Path, lens)));
        return choice.Build ? [.. BuildsIn(snapshot, path, language), .. inside] : [.. inside];
    }

    private static StageLens InHost(WorkspaceSnapshot snapshot, DocumentPath path, StageLens lens)
    {
        var moved = lens with { Span = Moved(lens.Span) };
        return moved is StageLens.References references
            ? references with { Name = Moved(references.Name), Places = [.. references.Places.Select(place => HostPlace.Of(snapshot, place))] }
            : moved;

        TextSpan Moved(TextSpan span) => HostPlace.Of(snapshot, new FilePlace(path, span)).Span;
    }

    private static ImmutableArray<StageLens> OfDockerfile(
        WorkspaceSnapshot snapshot, DocumentPath path, DockerfileModel model, LensChoice choice, Language language)
    {
        var mentions = StageMentions.In(snapshot, path, model).ToLookup(mention => mention.Stage.Index);
        var builders = snapshot.BuildTargetsOf(path).ToLookup(target => BuiltBy(model, target));
        var runs = model.DefaultStage is { } last ? model.PlanFor(last).Runs.Select(step => step.Stage.Index).ToHashSet() : [];
        var lenses = ImmutableArray.CreateBuilder<StageLens>();
        foreach (var stage in model.Stages)
        {
            // A half-written FROM has nothing to say yet.
            if (stage.BaseText.Length == 0)
                continue;
            if (choice.Build && path.Host is null && Build(model, stage, path, language) is { } build)
                lenses.Add(build);
            if (choice.Build && path.Host is not null && BuildInside(stage, builders[stage.Index], language) is { } inside)
                lenses.Add(inside);
            if (choice.References && References(stage, mentions[stage.Index], language) is { } references)
                lenses.Add(references);
            if (choice.Consumers && Consumers(stage, builders[stage.Index], language) is { } consumers)
                lenses.Add(consumers);
            if (choice.Status && Status(model, stage, runs, language) is { } status)
                lenses.Add(status);
            if (choice.Graph)
                lenses.Add(new StageLens.Graph(stage.FromSpan, MessageTable.GraphLens.In(language), path, stage.LogName));
        }

        return lenses.ToImmutable();
    }

    /// <summary>One for each place that names a build: services may come from one mapping through merge keys.</summary>
    private static IEnumerable<StageLens.BuildOfConsumer> BuildsIn(WorkspaceSnapshot snapshot, DocumentPath path, Language language) =>
        from target in snapshot.BuildTargetsIn(path).Where(target => target.NamePlace.File.Equals(path)).DistinctBy(target => (target.NamePlace, target.Name))
        let name = target.Name ?? ""
        where name.Length > 0
        let title = target.Target is { Text: { Length: > 0 } stage }
            ? MessageTable.BuildServiceTargetLens.In(language, name, stage)
            : MessageTable.BuildLens.In(language, name)
        select new StageLens.BuildOfConsumer(target.NamePlace.Span, title, path, name);

    /// <summary>For every stage that a build can ask for.</summary>
    private static StageLens.Build? Build(DockerfileModel model, Stage stage, DocumentPath path, Language language)
    {
        if (!model.CanBeTarget(stage))
            return null;
        var title = stage.Name is { } name ? MessageTable.BuildLens.In(language, name) : MessageTable.BuildDefaultLens.In(language);
        return new StageLens.Build(stage.FromSpan, title, path, stage.Name);
    }

    /// <summary>A Dockerfile that is no file is built by who holds it: only the stages for which it asks.</summary>
    private static StageLens.BuildOfConsumer? BuildInside(Stage stage, IEnumerable<BuildTarget> builders, Language language) =>
        builders.FirstOrDefault(target => target.Name is { Length: > 0 }) is { Name: { } name } builder
            ? new StageLens.BuildOfConsumer(stage.FromSpan, MessageTable.BuildLens.In(language, name), builder.File, name)
            : null;

    /// <summary>For every stage with a name; of those without, for the ones that are named by their index.</summary>
    private static StageLens.References? References(Stage stage, IEnumerable<StageMention> mentions, Language language)
    {
        ImmutableArray<FilePlace> uses =
        [
            .. mentions.Where(mention => mention.Kind != StageMentionKind.Declaration)
                .Select(mention => new FilePlace(mention.File, mention.Span)),
        ];
        if (stage.NameSpan is null && uses.IsEmpty)
            return null;
        var title = uses.Length == 1
            ? MessageTable.OneReferenceLens.In(language)
            : MessageTable.ReferencesLens.In(language, uses.Length.ToString(CultureInfo.InvariantCulture));
        return new StageLens.References(stage.FromSpan, title, stage.NameSpan ?? stage.BaseSpan, uses);
    }

    /// <summary>Leads to the builds of the stage: to the target of each, or to its name where the stage is built as the default.</summary>
    private static StageLens.References? Consumers(Stage stage, IEnumerable<BuildTarget> builders, Language language)
    {
        var named = builders.Where(target => target.Name is not null).ToList();
        var names = named.Select(target => target.Name).Distinct().ToList();
        if (names.Count == 0)
            return null;
        var shown = string.Join(", ", names.Take(Limits.LensConsumers)) + (names.Count > Limits.LensConsumers ? ", …" : "");
        var places = named.Select(target => target.Target is { Text: not "" } value ? (value.Literal ?? value).Place : target.NamePlace);
        return new StageLens.References(
            stage.FromSpan, MessageTable.ConsumersLens.In(language, shown), stage.NameSpan ?? stage.BaseSpan, [.. places.Distinct()]);
    }

    private static StageLens.Note? Status(DockerfileModel model, Stage stage, HashSet<int> runs, Language language)
    {
        if (stage.Index == model.Stages.Length - 1)
            return new StageLens.Note(stage.FromSpan, MessageTable.DefaultTarget.In(language));
        return runs.Contains(stage.Index) ? null : new StageLens.Note(stage.FromSpan, MessageTable.NotBuiltByDefault.In(language));
    }

    /// <summary>The index of the stage that a build certainly builds, or null.</summary>
    private static int? BuiltBy(DockerfileModel model, BuildTarget target) =>
        target.Target is null or { IsDynamic: false } ? model.FindTarget(target.Target?.Text ?? "")?.Index : null;
}
