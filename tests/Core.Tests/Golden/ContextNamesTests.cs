using System.Text.Json.Nodes;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Golden;

/// <summary>
/// What becomes of a context by its name: <c>tests/fixtures/context-names</c> says what a real Compose and a real <c>docker build</c> made of it
/// (<c>scripts/golden/makeContextNames.mjs</c>).
/// </summary>
public sealed class ContextNamesTests
{
    private static readonly JsonNode Facts = Read();

    [Fact]
    public void Compose_hands_every_name_on_as_it_is_written_and_BuildKit_takes_those_for_which_it_looks()
    {
        var differences = new List<string>();
        var (taken, left) = (0, 0);
        foreach (var fact in Facts["facts"]!.AsArray())
        {
            var (name, text) = ((string)fact!["name"]!, (string)fact["dockerfile"]!);
            // The only one that Compose refuses.
            if (name.Length == 0)
                continue;
            var isTaken = (string?)fact["compose"] == "taken";
            (taken, left) = isTaken ? (taken + 1, left) : (taken, left + 1);
            if (IsTaken(text, name) != isTaken)
                differences.Add($"{name} in {text}: Compose {fact["compose"]}");
        }

        Assert.Empty(differences);
        Assert.True(taken > 20 && left > 40, $"{taken} taken, {left} not");
    }

    [Fact]
    public void Docker_build_brings_a_name_into_the_form_for_which_BuildKit_looks_and_refuses_what_is_no_reference()
    {
        var differences = new List<string>();
        foreach (var fact in Facts["facts"]!.AsArray())
        {
            var (name, text) = ((string)fact!["name"]!, (string)fact["dockerfile"]!);
            var refused = fact["build"] is JsonObject answer ? (string)answer["refused"]! : null;
            ImageReference.Read(name, out var error);
            if (refused != (error is null ? null : $"invalid context name {name}: {error}"))
                differences.Add($"{name}: docker build {refused}, Dockstage {error}");
            if (refused is null && IsTaken(text, NamedContexts.SoughtFor(name)!) != ((string?)fact["build"] == "taken"))
                differences.Add($"{name} in {text}: docker build {fact["build"]}");
        }

        Assert.Empty(differences);
    }

    [Fact]
    public void Compose_refuses_no_name_but_the_empty_one() => Assert.Equal(
        [("", "additional_contexts additional properties '' not allowed")],
        Facts["facts"]!.AsArray().Where(fact => fact!["compose"] is JsonObject).Select(fact => ((string)fact!["name"]!, (string)fact["compose"]!["refused"]!)));

    /// <summary>Whether a context takes the place of something in a Dockerfile.</summary>
    private static bool IsTaken(string text, string name)
    {
        var model = DockerfileModel.Parse(SourceText.From(text)).For(new BuildInputs { Contexts = NamedContexts.Of([name]) });
        return model.Stages.Any(stage => stage.ReplacedBy is not null || stage.Base is StageBase.OnContext)
            || model.References.Any(reference => reference.Meaning is ReferenceMeaning.OfContext);
    }

    private static JsonNode Read()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "tests", "fixtures", "context-names", "facts.json");
            if (File.Exists(path))
                return JsonNode.Parse(File.ReadAllText(path))!;
        }

        throw new FileNotFoundException("tests/fixtures/context-names/facts.json");
    }
}
