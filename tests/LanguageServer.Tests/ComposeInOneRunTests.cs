using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Dockstage.Core.Documents;
using Dockstage.Core.Features;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;
using Dockstage.LanguageServer.Handlers;

namespace Dockstage.LanguageServer.Tests;

/// <summary>
/// The definition for one run of bake against the one that Compose itself hands to bake (<c>docker compose build --print</c>), over the set-ups of
/// tests/fixtures/compose-golden.
/// </summary>
public sealed class ComposeInOneRunTests
{
    private const string NotJoined = "Compose 2.40.3 joins the Dockerfile's path to a context that is no folder, so that nothing is found there ('https:/example.org/web.tar.gz/Dockerfile').";

    private static readonly DocumentPath File = DocumentPath.FromUri("file:///case/compose.yaml");

    /// <summary>Where Compose hands on what cannot be built as it means it.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["contexts/git-url-of-another-host"] = NotJoined,
        ["contexts/git-urls"] = NotJoined,
        ["contexts/of-another-service"] = NotJoined,
        ["contexts/tarball"] = NotJoined,
    };

    public static TheoryData<string> Cases => [.. Directory.EnumerateFiles(Corpus(), "bake.json", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Corpus(), Path.GetDirectoryName(file)!).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Fact]
    public void Many_setups_are_compared() => Assert.True(Cases.Count >= 400);

    [Theory]
    [MemberData(nameof(Cases))]
    public void One_run_builds_what_Compose_builds(string name)
    {
        var facts = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(Corpus(), name, "bake.json")))!;
        var expected = ByService(facts["targets"]!.AsObject(), undo: text => text.Replace("$${", "${", StringComparison.Ordinal));
        var actual = ByService(Definition((string)facts["config"]!, expected.Keys), undo: text =>
            text.Replace("$${", "${", StringComparison.Ordinal).Replace("%%{", "%{", StringComparison.Ordinal));
        var same = Listed(expected) == Listed(actual);
        if (Exceptions.TryGetValue(name, out var reason))
            Assert.False(same, $"no longer an exception: {reason}");
        else
            Assert.Equal(Listed(expected), Listed(actual));
    }

    private static JsonObject Definition(string config, IEnumerable<string> services)
    {
        var snapshot = WorkspaceSnapshot.Empty.With(new Document(File, SourceText.From(""), "dockercompose"));
        var result = SeveralBuilds.For(snapshot, [.. services.Select(service => new PickedBuild.Consumer(File, service))], new(), [config]);
        var made = Assert.IsType<BuildCommandResult.Made>(result).Command;
        return JsonNode.Parse(BakeFile.Of(made.Definition!))!["target"]!.AsObject();
    }

    private static string Listed(SortedDictionary<string, string> targets) => string.Join("\n", targets.Select(target => $"{target.Key}: {target.Value}"));

    /// <summary>Targets by the services that they are for, without what tells of nothing: names of targets, Compose's version, the order of maps.</summary>
    private static SortedDictionary<string, string> ByService(JsonObject targets, Func<string, string> undo)
    {
        var services = targets.ToDictionary(target => target.Key, target => (string)target.Value!["labels"]!["com.docker.compose.service"]!, StringComparer.Ordinal);
        return new(
            targets.ToDictionary(target => services[target.Key], target => Told(target.Value!.AsObject(), services, undo)), StringComparer.Ordinal);
    }

    private static string Told(JsonObject target, Dictionary<string, string> services, Func<string, string> undo)
    {
        var context = (string)(target["context"] ??= ".")!;
        target["labels"]!.AsObject().Remove("com.docker.compose.version");
        // Compose joins the two itself, where the context is a folder.
        if ((string?)target["dockerfile"] is { } dockerfile && context.StartsWith('/'))
            target["dockerfile"] = DocumentPath.FromUri("file:///").Resolve(context).Resolve(dockerfile).Path;
        foreach (var (name, value) in target["contexts"]?.AsObject().ToList() ?? [])
        {
            if ((string)value! is ['t', 'a', 'r', 'g', 'e', 't', ':', .. var other])
                target["contexts"]![name] = $"service {services[other]}";
        }

        if (target["ulimits"] is JsonArray limits)
            target["ulimits"] = new JsonArray([.. limits.Select(limit => (JsonNode)(string)limit!).OrderBy(limit => (string)limit!, StringComparer.Ordinal)]);
        return undo(Sorted(target).ToJsonString());
    }

    private static JsonObject Sorted(JsonObject node) => new JsonObject(
        node.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, member.Value is JsonObject inner ? Sorted(inner) : member.Value?.DeepClone())));

    private static string Corpus([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "fixtures", "compose-golden");
}
