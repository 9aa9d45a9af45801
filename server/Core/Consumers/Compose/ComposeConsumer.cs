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
    public bool Claims(DocumentPath path, string? languageId)
    {
        if (languageId == "dockercompose")
            return true;
        var name = path.Name;
        return (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            && (name.StartsWith("compose", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("docker-compose", StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public ImmutableArray<BuildTarget> FindBuildTargets(Document document, IDocumentSource documents)
    {
        var targets = ImmutableArray.CreateBuilder<BuildTarget>();
        var earlier = new Dictionary<string, ComposeBuild>(StringComparer.Ordinal);
        foreach (var root in YamlReader.Read(document.Text).Documents)
        {
            if ((root as YamlMapping)?.Find("services")?.Value.Resolved is not YamlMapping services)
                continue;
            foreach (var service in services.MergedEntries())
            {
                if (ComposeBuild.OfService(services, service) is not { } build)
                    continue;
                // Compose: a further document of a file counts like a further file, laid over what came before.
                build = earlier.TryGetValue(service.Name!, out var below) ? build.Over(below) : build;
                earlier[service.Name!] = build;
                targets.Add(ToBuildTarget(document, service, build));
            }
        }

        return targets.ToImmutable();
    }

    private BuildTarget ToBuildTarget(Document document, YamlEntry service, ComposeBuild build)
    {
        var context = ComposePaths.Context(document, build);
        return new BuildTarget
        {
            File = document.Path,
            Consumer = Name,
            Name = service.Name,
            NameSpan = service.NameSpan,
            Context = context,
            Dockerfile = ComposePaths.Dockerfile(document, build, context),
            Target = ComposeValue.Of(document.Text, build.Target),
        };
    }
}
