using System.Collections.Immutable;
using Dockstage.Core.Documents;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>From the services of a project to the builds that a file asks for.</summary>
internal static class ComposeTargets
{
    /// <summary>The build of a service, or null when it has none.</summary>
    /// <param name="service">The service.</param>
    /// <param name="file">The file that asks for it.</param>
    /// <param name="set">The files of its project.</param>
    public static BuildTarget? Of(ComposeService service, Document file, ComposeSet set)
    {
        if (service.Build is not { } build)
            return null;
        var context = ComposePaths.Context(service, set.Folder);
        var target = build.Find("target") as ComposeScalar;
        return new BuildTarget
        {
            File = file.Path,
            Consumer = ComposeConsumer.Kind,
            Name = service.Name,
            NamePlace = service.NamePlaces.FirstOrDefault(place => place.File.Equals(file.Path)) ?? service.NamePlaces[0],
            Context = context,
            Dockerfile = ComposePaths.Dockerfile(service, context, set.Folder),
            Target = ValueOf(target),
            OverriddenTargets = [.. (target?.Hidden ?? []).Select(ValueOf).OfType<TextValue>().Where(value => value.File.Equals(file.Path) || IsOfTemplate(value, build))],
            UncachedStages = [.. TextsOf(build.Find("no_cache_filter")), .. TextsOf(BakeOf(build)?.Find("no-cache-filter"))],
            Contexts = [.. ContextsIn(build, "additional_contexts"), .. ContextsIn(BakeOf(build), "contexts").Select(context => context with { IsOfOtherTool = true })],
            OverriddenContexts = [.. OverriddenIn(build, "additional_contexts"), .. OverriddenIn(BakeOf(build), "contexts")],
            Arguments = [.. Entries(build, "args").Select(entry => new BuildArgument(entry.Name, ArgumentOf(entry)))],
            Images =
            [
                .. TextsOf(service.Body.Find("image")).Concat(TextsOf(build.Find("tags")).DistinctBy(tag => tag.Text)).Where(image => image.Text.Length > 0),
            ],
            IsPartial = service.IsPartial,
            MergedFiles = set.Files.Length > 1 ? [.. set.Files.Select(other => other.Path)] : [],
        };
    }

    /// <summary>
    /// Whether a target that does not count stands in a file that only others take over (<c>extends</c>), which so is told of nowhere else, and means the
    /// Dockerfile that counts: that is written in the same file.
    /// </summary>
    private static bool IsOfTemplate(TextValue value, ComposeMapping build)
    {
        List<TextValue> written = [.. new[] { build.Find("context"), build.Find("dockerfile") }.OfType<ComposeScalar>().Select(ValueOf).OfType<TextValue>()];
        return !ComposeConsumer.HasComposeName(value.File) && written.Count > 0 && written.TrueForAll(part => part.File.Equals(value.File));
    }

    /// <summary>A value, or null for a written <c>null</c>; a place at which nothing is written yet is an empty value.</summary>
    private static TextValue? ValueOf(ComposeScalar? scalar) => scalar is null or { IsNull: true, IsMissing: false } ? null : scalar.Value;

    private static ImmutableArray<TextValue> TextsOf(ComposeNode? node) => node switch
    {
        ComposeList list => [.. list.Items.OfType<ComposeScalar>().Select(ValueOf).OfType<TextValue>()],
        ComposeScalar scalar when ValueOf(scalar) is { } value => [value],
        _ => [],
    };

    /// <summary>Compose: an argument without a value takes that of the variable of its name, if it is set.</summary>
    private static TextValue? ArgumentOf(ComposeEntry entry)
    {
        if (entry.Value is not ComposeScalar { IsNull: true })
            return (entry.Value as ComposeScalar)?.Value;
        return entry.Value.Source.Variables.Find(entry.Name) is { } variable
            ? variable.Value ?? entry.Key with { Text = variable.Text, IsComputed = true, IsDynamic = variable.IsOpen }
            : null;
    }

    /// <summary>What only bake reads, when it takes a compose file for one of its own.</summary>
    private static ComposeMapping? BakeOf(ComposeMapping build) => build.Find("x-bake") as ComposeMapping;

    private static IEnumerable<ContextName> ContextsIn(ComposeMapping? build, string key) => Entries(build, key).Where(entry => !IsNone(entry)).Select(ContextOf);

    private static IEnumerable<TextValue> OverriddenIn(ComposeMapping? build, string key) =>
        Entries(build, key).Where(IsNone).Select(entry => entry.Key).Concat((build?.Find(key) as ComposeMapping)?.HiddenKeys ?? []).DistinctBy(name => name.Place);

    /// <summary>Compose: a context of which null is said is not given.</summary>
    private static bool IsNone(ComposeEntry entry) => entry.Value is ComposeScalar { IsNull: true, IsMissing: false };

    private static ContextName ContextOf(ComposeEntry entry)
    {
        var given = entry.Value as ComposeScalar;
        var value = ValueOf(given);
        return new ContextName(entry.Key.File, entry.Key)
        {
            Given = value,
            Folder = value is null ? null : ComposePaths.Local(given!.Source, value),
            From = given?.Source.Folder,
        };
    }

    private static ImmutableArray<ComposeEntry> Entries(ComposeMapping? build, string key) => (build?.Find(key) as ComposeMapping)?.Entries ?? [];
}
