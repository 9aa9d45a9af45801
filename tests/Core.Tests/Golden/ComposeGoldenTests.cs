using Dockstage.Core.Consumers;
using Dockstage.Core.Consumers.Compose;

namespace Dockstage.Core.Tests.Golden;

/// <summary>What Dockstage reads in the compose set-ups against what a real Compose made of them.</summary>
public sealed class ComposeGoldenTests
{
    private static readonly ComposeConsumer Compose = new();

    [Fact]
    public void What_is_built_is_what_Compose_builds()
    {
        Assert.True(ComposeGoldenFacts.All.Count(one => one.Services?.Any(service => service.Build is not null) == true) >= 150);
        AssertSame("build", service => Words(service.Build!), Words);
    }

    [Fact]
    public void An_inline_Dockerfile_has_the_text_that_Compose_hands_on()
    {
        Assert.True(ComposeGoldenFacts.All.Count(one => one.Services?.Any(service => service.Build?.Inline is not null) == true) >= 5);
        AssertSame(
            "inline",
            service => service.Build!.Inline is { } text ? [$"inline {text}"] : [],
            target => target.Dockerfile.Inline is { } text ? [$"inline {text.Text}"] : []);
    }

    [Fact]
    public void A_further_context_is_where_Compose_finds_it()
    {
        Assert.True(ComposeGoldenFacts.All.Count(one => one.Services?.Any(service => service.Build?.Contexts.Count > 0) == true) >= 5);
        AssertSame(
            "contexts",
            service => service.Build!.Contexts.Select(context => $"context {context.Key} is {context.Value}"),
            target => target.Contexts.Where(context => context is { Given: not null, IsOfOtherTool: false }).Select(context => $"context {context.Value.Text} is {PlaceOf(context)}"));
    }

    [Fact]
    public void The_builder_is_handed_what_Compose_hands_on()
    {
        Assert.True(ComposeGoldenFacts.All.Count(one => one.Services?.Any(service => service.Build?.Args.Count > 0) == true) >= 5);
        AssertSame(
            "handed",
            service => service.Build!.Args.Select(arg => $"argument {arg.Key}={arg.Value}").Append($"uncached {string.Join(' ', service.Build.NoCacheFilter)}")
                .Append($"images {string.Join(' ', service.Build.Tags.Prepend(service.Image).OfType<string>())}"),
            target => target.Arguments.Where(arg => arg.Value is not null).Select(arg => $"argument {arg.Name}={arg.Value!.Text}")
                .Append($"uncached {string.Join(' ', target.UncachedStages.Select(stage => stage.Text))}")
                .Append($"images {string.Join(' ', target.Images.Select(image => image.Text))}"));
    }

    [Fact]
    public void Services_and_project_have_the_names_that_Compose_gives_them()
    {
        var differences = ComposeGoldenFacts.Differences("names", one =>
        {
            if (one.Services is not { } services)
                return [];
            var project = ComposeGoldenProject.Of(one)?.Project;
            var ours = (project?.Services ?? []).Select(service => service.Name).Where(name => one.Profiles is null || services.Any(service => service.Name == name));
            var (expected, actual) = ($"{one.ProjectName}: {Listed(services.Select(service => service.Name))}", $"{project?.Name}: {Listed(ours)}");
            return expected == actual ? [] : [$"Compose: {expected}, Dockstage: {actual}"];
        });
        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    [Fact]
    public void The_editor_is_told_of_each_build_in_the_files_that_ask_for_it()
    {
        var asked = ComposeGoldenFacts.All.Where(one => one.Arguments.IsEmpty && one.Environment.IsEmpty && one.Folder.Equals(ComposeGoldenCase.Root) && one.Services is not null).ToList();
        Assert.True(asked.Count >= 150);
        var differences = ComposeGoldenFacts.Differences("build", one => !asked.Contains(one)
            ? ["not asked about here"]
            : Differences(one, service => Words(service.Build!), Words, TargetsOf(one).Where(target => one.Services!.Value.Any(service => service.Name == target.Name && service.Build is not null)))).Where(line => !line.EndsWith("not asked about here", StringComparison.Ordinal)).ToList();
        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    [Fact]
    public void Whatever_Compose_refuses_is_still_read()
    {
        Assert.True(ComposeGoldenFacts.All.Count(one => one.Error is not null) >= 40);
        Assert.All(ComposeGoldenFacts.All, one => Assert.All(one.Files.Values, file => Compose.Read(file, one)));
    }

    private static void AssertSame(
        string facts, Func<ComposeGoldenService, IEnumerable<string>> expected, Func<BuildTarget, IEnumerable<string>> actual)
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
        if (!build.Contexts.All(context => context.IsOfOtherTool))
            yield return $"contexts {string.Join(' ', build.Contexts.Where(context => !context.IsOfOtherTool).Select(context => context.Value.Text).Order(StringComparer.Ordinal))}";
    }

    /// <summary>What one of the two says of a service and the other does not.</summary>
    private static IEnumerable<string> Differences(
        ComposeGoldenCase one, Func<ComposeGoldenService, IEnumerable<string>> expected, Func<BuildTarget, IEnumerable<string>> actual,
        IEnumerable<BuildTarget>? targets = null)
    {
        if (one.Services is not { } services)
            return [];
        // Dockstage tells of every service, whatever profiles are active.
        var ours = (targets ?? ComposeGoldenProject.BuildsOf(one)).Where(build => one.Profiles is null || services.Any(service => service.Name == build.Name));
        var compose = services.Where(service => service.Build is not null)
            .SelectMany(service => expected(service).Select(word => Line(service.Name, word))).ToList();
        var dockstage = ours.SelectMany(build => actual(build).Select(word => Line(build.Name!, word))).ToList();
        return compose.Except(dockstage).Select(line => "Compose: " + line)
            .Concat(dockstage.Except(compose).Select(line => "Dockstage: " + line));
    }

    private static string Line(string service, string word) => $"{service}: {word.ReplaceLineEndings("\\n")}";

    /// <summary>
    /// The builds of which the files tell that Compose finds by itself: what comes of all of them, told of in the last that says anything. A
    /// file tells of what it says alone, even if another takes that away.
    /// </summary>
    private static List<BuildTarget> TargetsOf(ComposeGoldenCase one)
    {
        var builds = new Dictionary<string, BuildTarget>(StringComparer.Ordinal);
        foreach (var target in ComposeGoldenProject.Of(one)?.Set.Files.SelectMany(file => Compose.Read(file, one).Targets) ?? [])
            builds[target.Name!] = target;
        return [.. builds.Values];
    }

    private static string Listed(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));

    private static string PlaceOf(ContextName context) => context.Folder?.Path ?? context.Given!.Text;
}
