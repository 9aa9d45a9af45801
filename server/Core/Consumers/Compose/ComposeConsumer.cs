using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// Compose files: every service with a <c>build</c> is a build target. Only the path <c>services.NAME.build</c> counts; other keys
/// called <c>target</c> (ports, volumes, secrets of a build, …) are something else.
/// </summary>
public sealed class ComposeConsumer : IStageConsumer
{
    /// <inheritdoc/>
    public string Name => "compose";

    /// <inheritdoc/>
    public bool Claims(DocumentPath path, string? languageId) => languageId == "dockercompose" || HasComposeName(path);

    /// <summary>Whether a file is named <c>compose*.y?ml</c> or <c>docker-compose*.y?ml</c>, in any letter case.</summary>
    internal static bool HasComposeName(DocumentPath path)
    {
        var name = path.Name;
        return (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            && (name.StartsWith("compose", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("docker-compose", StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public ImmutableArray<BuildTarget> FindBuildTargets(Document document, IDocumentSource documents)
    {
        var below = ComposeOverride.BaseOf(document, documents) is { } found ? Read(found, []) : [];
        return Read(document, below);
    }

    /// <inheritdoc/>
    public ImmutableArray<DocumentPath> FilesBelow(Document document, IDocumentSource documents) =>
        ComposeOverride.BaseOf(document, documents) is { } below ? [below.Path] : [];

    /// <inheritdoc/>
    public ImmutableArray<string> BuildArguments(Document document, string name, string? builder, IDocumentSource documents)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        words.Add("compose");
        // With -f Compose looks for no other file, so the one below an override is named too, first.
        if (ComposeOverride.BaseOf(document, documents) is { } below)
            words.AddRange("-f", below.Path.Name);
        words.AddRange("-f", document.Path.Name, "build");
        if (builder is not null)
            words.AddRange("--builder", builder);
        // Compose allows names that look like a flag.
        if (name.StartsWith('-'))
            words.Add("--");
        words.Add(name);
        return words.ToImmutable();
    }

    private ImmutableArray<BuildTarget> Read(Document document, ImmutableArray<BuildTarget> below)
    {
        var targets = ImmutableArray.CreateBuilder<BuildTarget>();
        var earlier = new Dictionary<string, ComposeBuild>(StringComparer.Ordinal);
        foreach (var root in YamlReader.Read(document.Text).Documents)
        {
            if ((root as YamlMapping)?.Find("services")?.Value.Resolved is not YamlMapping mapping)
                continue;
            var entries = mapping.MergedEntries().ToList();
            var services = entries.ToDictionary(e => e.Name!, StringComparer.Ordinal);
            foreach (var service in entries)
            {
                if (ComposeBuild.OfService(services, service) is not { } build)
                    continue;
                // Compose: a further document of a file counts like a further file, laid over what came before.
                build = earlier.TryGetValue(service.Name!, out var before) ? build.Over(before) : build;
                earlier[service.Name!] = build;
                var underlying = build.IsReplacement ? null : below.LastOrDefault(t => t.Name == service.Name);
                targets.Add(ToBuildTarget(document, service, build, underlying));
            }
        }

        return targets.ToImmutable();
    }

    /// <param name="document">The file.</param>
    /// <param name="service">The service in it.</param>
    /// <param name="build">What the file says of its build.</param>
    /// <param name="underlying">What the file below says of it.</param>
    private BuildTarget ToBuildTarget(Document document, YamlEntry service, ComposeBuild build, BuildTarget? underlying)
    {
        var context = ComposePaths.Context(document, build, underlying);
        return new BuildTarget
        {
            File = document.Path,
            Consumer = Name,
            Name = service.Name,
            NameSpan = service.NameSpan,
            Context = context,
            Dockerfile = ComposePaths.Dockerfile(document, build, context, underlying),
            Target = ComposeValue.Of(document.Text, build.Target),
            Contexts = [.. ContextsOf(document, build, underlying).DistinctBy(context => context.Value.Text)],
            Images = [.. ComposeImages.Of(document.Text, service)],
            IsPartial = build.IsPartial || underlying is { IsPartial: true },
        };
    }

    private static IEnumerable<ContextName> ContextsOf(Document document, ComposeBuild build, BuildTarget? underlying) =>
        build.Contexts.SelectMany(given => ComposeContexts.In(document, given))
            .Concat(build.ReplacesContexts ? [] : underlying?.Contexts ?? []);
}
