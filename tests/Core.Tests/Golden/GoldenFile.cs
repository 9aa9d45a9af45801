using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace Dockstage.Core.Tests.Golden;

/// <summary>
/// A Dockerfile of the golden corpus with what a real engine said about it. Lines are counted from 1. Every message is BuildKit's own.
/// </summary>
internal sealed class GoldenFile
{
    private readonly string _folder;

    private GoldenFile(string root, string name)
    {
        Name = name;
        var path = Path.Combine(root, name);
        _folder = Path.GetDirectoryName(path)!;
        var stem = name.EndsWith(".Dockerfile", StringComparison.Ordinal) ? path[..^".Dockerfile".Length] : path;
        Text = TextOf(path);
        var call = File.Exists(stem + ".call.json") ? Read(stem + ".call.json") : new JsonObject();
        Target = (string?)call["target"] ?? "";
        BuildArgs = Map(call["args"]);
        Contexts = Map(call["contexts"]);

        var facts = Read(stem + ".facts.json");
        var check = facts["check"]!;
        Warnings = [.. List(check["warnings"]).Select(warning => new GoldenWarning(
            (string)warning["rule"]!, (int?)warning["line"], (int?)(warning["lastLine"] ?? warning["line"]), (string?)warning["detail"] ?? ""))];
        Error = ErrorIn(check);
        var targets = facts["targets"]!;
        Stages = targets["stages"] is { } stages ? [.. List(stages).Select(StageOf)] : null;
        TargetsError = ErrorIn(targets);
        Plans = File.Exists(stem + ".plan.json") ? [.. List(Read(stem + ".plan.json")).Select(PlanOf)] : [];
    }

    /// <summary>Path below the corpus folder, with <c>/</c>.</summary>
    public string Name { get; }

    /// <summary>The text, line ends and byte order mark included.</summary>
    public string Text { get; }

    /// <summary>The target that the build was called with; empty for none.</summary>
    public string Target { get; }

    /// <summary>The build args that the build was called with.</summary>
    public ImmutableDictionary<string, string> BuildArgs { get; }

    /// <summary>The named contexts that the build was called with.</summary>
    public ImmutableDictionary<string, string> Contexts { get; }

    /// <summary>What <c>--call=check</c> warns of, by line. When there is an error, only what was found before it.</summary>
    public ImmutableArray<GoldenWarning> Warnings { get; }

    /// <summary>Why <c>--call=check</c> refuses the file, or null.</summary>
    public GoldenError? Error { get; }

    /// <summary>What <c>--call=targets</c> lists, or null when it refuses the file.</summary>
    public ImmutableArray<GoldenStage>? Stages { get; }

    /// <summary>Why <c>--call=targets</c> refuses the file, or null.</summary>
    public GoldenError? TargetsError { get; }

    /// <summary>Which stages builds ran; empty for most files.</summary>
    public ImmutableArray<GoldenPlan> Plans { get; }

    /// <summary>
    /// The ignore files that lie in the context, by name: <c>.dockerignore</c> and the Dockerfile's own. Only files called just
    /// <c>Dockerfile</c> have a context.
    /// </summary>
    public ImmutableDictionary<string, string> IgnoreFiles => Path.GetFileName(Name) == "Dockerfile"
        ? Directory.GetFiles(_folder, "*.dockerignore").ToImmutableDictionary(path => Path.GetFileName(path), TextOf)
        : ImmutableDictionary<string, string>.Empty;

    /// <summary>Reads one.</summary>
    /// <param name="root">The corpus folder.</param>
    /// <param name="name">The path below it.</param>
    public static GoldenFile Read(string root, string name) => new(root, name);

    /// <inheritdoc/>
    public override string ToString() => Name;

    // File.ReadAllText would take the byte order mark away.
    private static string TextOf(string path) => new UTF8Encoding().GetString(File.ReadAllBytes(path));

    private static JsonNode Read(string path) => JsonNode.Parse(File.ReadAllText(path))!;

    private static GoldenStage StageOf(JsonNode stage) => new(
        (string?)stage["name"], (string)stage["base"]!, (string?)stage["description"], (string?)stage["platform"],
        (bool?)stage["default"] ?? false, (int)stage["line"]!);

    private static GoldenPlan PlanOf(JsonNode plan) =>
        new((string)plan["target"]!, [.. List(plan["runs"]).Select(index => (int)index)], (string?)plan["error"]);

    private static GoldenError? ErrorIn(JsonNode answer) => answer["error"] is { } error
        ? new GoldenError((string)error["message"]!, (int?)error["line"], (int?)(error["lastLine"] ?? error["line"]))
        : null;

    private static IEnumerable<JsonNode> List(JsonNode? list) => list?.AsArray().Select(item => item!) ?? [];

    private static ImmutableDictionary<string, string> Map(JsonNode? map) =>
        map?.AsObject().ToImmutableDictionary(entry => entry.Key, entry => (string)entry.Value!) ?? ImmutableDictionary<string, string>.Empty;
}
