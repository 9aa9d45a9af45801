using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Consumers.Compose;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Golden;

/// <summary>What Dockstage reads in the compose set-ups against what a real Compose made of them.</summary>
public sealed class ComposeGoldenTests
{
    /// <summary>compose-go, cli/options.go.</summary>
    private static readonly string[] BaseNames = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    /// <summary>The same; here <c>.yml</c> comes first.</summary>
    private static readonly string[] OverrideNames =
        ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];

    private static readonly ComposeConsumer Compose = new();

    [Fact]
    public void What_is_built_is_what_Compose_builds()
    {
        Assert.True(ComposeGoldenFacts.All.Count(one => one.Services?.Any(service => service.Build is not null) == true) >= 150);
        AssertSame("build", Words, Words);
    }

    [Fact]
    public void An_inline_Dockerfile_has_the_text_that_Compose_hands_on()
    {
        Assert.True(ComposeGoldenFacts.All.Count(one => one.Services?.Any(service => service.Build?.Inline is not null) == true) >= 5);
        AssertSame(
            "inline",
            build => build.Inline is { } text ? [$"inline {text}"] : [],
            // The model does not hold the text.
            target => []);
    }

    [Fact]
    public void A_further_context_is_where_Compose_finds_it()
    {
        Assert.True(ComposeGoldenFacts.All.Count(one => one.Services?.Any(service => service.Build?.Contexts.Count > 0) == true) >= 5);
        AssertSame(
            "contexts",
            build => build.Contexts.Select(context => $"context {context.Key} is {context.Value}"),
            // The model holds only the names.
            target => []);
    }

    [Fact]
    public void Whatever_Compose_refuses_is_still_read()
    {
        Assert.True(ComposeGoldenFacts.All.Count(one => one.Error is not null) >= 40);
        Assert.All(ComposeGoldenFacts.All, one => Assert.All(one.Files.Values, file => Compose.FindBuildTargets(file, one)));
    }

    private static void AssertSame(
        string facts, Func<ComposeGoldenBuild, IEnumerable<string>> expected, Func<BuildTarget, IEnumerable<string>> actual)
    {
        var differences = ComposeGoldenFacts.Differences(facts, one => Differences(one, expected, actual));
        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    private static IEnumerable<string> Words(ComposeGoldenBuild build)
    {
        // An empty context is the project's folder, an empty path the default.
        var isRemote = build.Context?.Contains("://", StringComparison.Ordinal) == true || build.Context?.StartsWith('/') == false;
        var folder = isRemote ? null : ComposeGoldenCase.Root.Resolve(build.Context ?? ".");
        yield return "is built";
        yield return isRemote ? "context elsewhere" : $"context {folder!.Path}";
        yield return build.Inline is not null ? "inline"
            : isRemote ? "dockerfile elsewhere"
            : $"dockerfile {folder!.Resolve(build.DockerfilePath ?? "Dockerfile").Path}";
        if (build.Target is { } target)
            yield return $"target {target}";
        if (build.Contexts.Count > 0)
            yield return $"contexts {string.Join(' ', build.Contexts.Keys)}";
    }

    private static IEnumerable<string> Words(BuildTarget build)
    {
        yield return "is built";
        yield return build.Context.Folder is { } folder ? $"context {folder.Path}" : "context elsewhere";
        yield return build.Dockerfile.IsInline ? "inline"
            : build.Dockerfile.Candidates.IsEmpty ? "dockerfile elsewhere"
            : $"dockerfile {build.Dockerfile.Candidates[0].Path}";
        if (build.Target is { Text.Length: > 0 } target)
            yield return $"target {target.Text}";
        if (!build.Contexts.IsEmpty)
            yield return $"contexts {string.Join(' ', build.Contexts.Select(context => context.Value.Text).Order(StringComparer.Ordinal))}";
    }

    /// <summary>What one of the two says of a service and the other does not.</summary>
    private static IEnumerable<string> Differences(
        ComposeGoldenCase one, Func<ComposeGoldenBuild, IEnumerable<string>> expected, Func<BuildTarget, IEnumerable<string>> actual)
    {
        if (one.Services is not { } services)
            return [];
        // Dockstage tells of every service, whatever profiles are active.
        var ours = BuildsOf(one).Where(build => one.Profiles is null || services.Any(service => service.Name == build.Name));
        var compose = services.Where(service => service.Build is not null)
            .SelectMany(service => expected(service.Build!).Select(word => Line(service.Name, word))).ToList();
        var dockstage = ours.SelectMany(build => actual(build).Select(word => Line(build.Name!, word))).ToList();
        return compose.Except(dockstage).Select(line => "Compose: " + line)
            .Concat(dockstage.Except(compose).Select(line => "Dockstage: " + line));
    }

    private static string Line(string service, string word) => $"{service}: {word.ReplaceLineEndings("\\n")}";

    /// <summary>The builds of a set-up: those of its files, each laid over those before it.</summary>
    private static ImmutableArray<BuildTarget> BuildsOf(ComposeGoldenCase one)
    {
        var builds = new Dictionary<string, BuildTarget>(StringComparer.Ordinal);
        foreach (var build in FilesOf(one).SelectMany(file => Compose.FindBuildTargets(file, one)))
        {
            // A build's target is told of where it is written.
            var below = builds.GetValueOrDefault(build.Name!);
            builds[build.Name!] = build with { Target = build.Target ?? below?.Target };
        }

        return [.. builds.Values];
    }

    /// <summary>The files that the call names, else those that Compose looks for.</summary>
    private static ImmutableArray<Document> FilesOf(ComposeGoldenCase one)
    {
        var named = one.ValuesOf("-f").ToList();
        if (named.Count > 0)
            return [.. named.Select(name => one.Find(one.Folder.Resolve(name)).Document).OfType<Document>()];
        for (DocumentPath? folder = one.Folder; folder is not null; folder = folder.Parent)
        {
            if (First(folder, BaseNames) is { } found)
                return First(folder, OverrideNames) is { } over ? [found, over] : [found];
        }

        return [];

        Document? First(DocumentPath folder, string[] names) =>
            names.Select(name => one.Find(folder.Resolve(name)).Document).FirstOrDefault(document => document is not null);
    }
}
