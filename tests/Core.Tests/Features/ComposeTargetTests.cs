using Dockstage.Core.Features;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Features;

/// <summary>A compose target is the stage itself, for every feature alike and however the target is written.</summary>
public sealed class ComposeTargetTests
{
    /// <summary>Compose files with one service whose target is the stage builder: the name is marked, and how it is written stands beside it.</summary>
    public static TheoryData<string, string> Forms { get; } = new()
    {
        { "services:\n  web:\n    build:\n      target: [|builder|]", "builder" },
        { "services:\n  web:\n    build:\n      target: \"[|builder|]\"  # why", "builder" },
        { "services:\n  web:\n    build:\n      target: '[|Builder|]'", "Builder" },
        { "services:\n  web:\n    build:\n      target:\n        [|builder|]", "builder" },
        { "services:\n  web:\n    build:\n      target:\n        \"[|BUILDER|]\"", "BUILDER" },
        { "services:\n  web:\n    build:\n      target: &t [|builder|]", "builder" },
        { "services: {web: {build: {context: ., target: [|builder|]}}}", "builder" },
        { "services: {web: {build: {target: '[|builder|]', context: .}}}", "builder" },
        { "services: {\"web\": {\"build\": {\"target\": \"[|BUILDER|]\"}}}", "BUILDER" },
        { "services:\n  web:\n    build: {\n      target:\n        [|builder|]\n    }", "builder" },
        { "x-t: &t [|builder|]\nservices:\n  web:\n    build:\n      target: *t", "builder" },
        { "x-b: &b {context: ., target: [|builder|]}\nservices:\n  web:\n    build: *b", "builder" },
        { "x-b: &b\n  target: [|builder|]\nservices:\n  web:\n    build:\n      <<: *b\n      context: .", "builder" },
        { "x-s: &s {build: {target: [|builder|]}}\nservices:\n  web:\n    <<: *s", "builder" },
        { "services:\n  web:\n    build:\n      target: ${T:-[|builder|]}", "builder" },
        { "services:\n  web:\n    build:\n      target: \"${T-[|builder|]}\"", "builder" },
        { "services:\n  web:\n    build:\n      target: [|builder|]\n  broken: \"unclosed\n  other: [", "builder" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void It_is_hovered_gone_to_found_highlighted_and_renamed(string compose, string written)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = Workspace(compose, lineEnd);
            var (snapshot, file) = (workspace.Snapshot, workspace["compose.yaml"]);
            var docker = workspace["Dockerfile"];
            var name = file.Spans.Single();
            Assert.Equal(written, file.Text.Substring(name.Start, name.Length));
            foreach (var offset in (int[])[name.Start, name.Start + 1, name.End])
            {
                var hover = Hover.At(snapshot, file.Path, offset, Language.English, new())!;
                Assert.Equal(name, hover.Span);
                Assert.StartsWith("**builder** · stage", hover.Markdown, StringComparison.Ordinal);

                var link = Assert.Single(Definition.At(snapshot, file.Path, offset));
                Assert.Equal((name, docker.Path, docker["name"]), (link.Origin, link.Target, link.TargetSelection));

                Assert.Equal([new Highlight(name, false)], Highlights.At(snapshot, file.Path, offset));
                Assert.Equal(
                    [(docker.Path, docker["name"]), (docker.Path, docker["use"]), (file.Path, name)],
                    References.At(snapshot, file.Path, offset, includesDeclaration: true).Select(mention => (mention.File, mention.Span)));

                var ready = Assert.IsType<RenamePreparation.Ready>(Rename.Prepare(snapshot, file.Path, offset));
                Assert.Equal((name, written), (ready.Span, ready.Placeholder));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_rename_from_either_side_changes_the_name_alone(string compose, string written)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = Workspace(compose, lineEnd);
            var (file, docker) = (workspace["compose.yaml"], workspace["Dockerfile"]);
            var name = file.Spans.Single();
            var expected = written switch { "BUILDER" => "COMPILE", "Builder" => "Compile", _ => "compile" };
            var after = string.Concat(file.Text.AsSpan(0, name.Start), expected, file.Text.AsSpan(name.End));
            Assert.Equal(after, TextAfter(workspace, file.Path, name.Start, file));
            Assert.Equal(after, TextAfter(workspace, docker.Path, docker["use"].Start, file));
            Assert.Equal(
                string.Join(lineEnd, "FROM golang AS compile", "FROM alpine", "COPY --from=compile /a /b") + lineEnd,
                TextAfter(workspace, file.Path, name.Start, docker).TrimEnd('\r', '\n') + lineEnd);
        }
    }

    [Theory]
    [InlineData("services: {web: {build: ., ports: [{target: buil<|>der}]}}")]
    [InlineData("services: {web: {build: {secrets: [{source: a, target: buil<|>der}]}}}")]
    [InlineData("x-other: {target: buil<|>der}\nservices: {web: {build: .}}")]
    [InlineData("services: {web: {build: {context: https://github.com/a/b.git, target: buil<|>der}}}")]
    public void What_is_no_stage_stays_silent(string compose)
    {
        var workspace = Workspace(compose, "\n");
        var (snapshot, path, cursor) = (workspace.Snapshot, workspace.At.Path, workspace.Cursor);
        Assert.Null(Hover.At(snapshot, path, cursor, Language.English, new()));
        Assert.Empty(Definition.At(snapshot, path, cursor));
        Assert.Empty(Highlights.At(snapshot, path, cursor));
        Assert.Empty(References.At(snapshot, path, cursor, includesDeclaration: true));
        Assert.IsType<RenamePreparation.Refused>(Rename.Prepare(snapshot, path, cursor));
    }

    /// <summary>The other words of a build that name stages, of Compose and of bake, and what is found in them.</summary>
    [Theory]
    [InlineData("no_cache_filter: [|builder|]")]
    [InlineData("no_cache_filter: ['[|builder|]']")]
    [InlineData("no_cache_filter: [other, [|builder|], nosuch]")]
    [InlineData("additional_contexts: {[|builder|]: ./x}", "ContextReplacesStage")]
    [InlineData("additional_contexts: ['[|builder|]=./x']", "ContextReplacesStage")]
    [InlineData("x-bake: {no-cache-filter: [|builder|]}")]
    [InlineData("x-bake: {no-cache-filter: [nosuch, \"[|builder|]\"]}")]
    [InlineData("x-bake: {contexts: {[|builder|]: ./x}}", "ContextReplacesStage")]
    [InlineData("x-bake: {contexts: {\"[|builder|]\": target:other}}", "ContextReplacesStage")]
    public void The_other_words_that_name_a_stage_are_the_stage_too(string words, string? finding = null)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = Workspace($"services:\n  web:\n    build:\n      context: .\n      {words}\n", lineEnd);
            var (snapshot, file, docker) = (workspace.Snapshot, workspace["compose.yaml"], workspace["Dockerfile"]);
            var name = file.Spans.Single();
            var hover = Hover.At(snapshot, file.Path, name.Start + 1, Language.English, new())!;
            Assert.Equal(name, hover.Span);
            Assert.StartsWith("**builder** · stage", hover.Markdown, StringComparison.Ordinal);
            Assert.Equal((docker.Path, docker["name"]), Assert.Single(Definition.At(snapshot, file.Path, name.Start + 1)) is var link ? (link.Target, link.TargetSelection) : default);
            Assert.Contains((file.Path, name), References.At(snapshot, docker.Path, docker["name"].Start, includesDeclaration: false).Select(mention => (mention.File, mention.Span)));
            Assert.Equal(
                finding is null ? [] : [(finding, name)],
                Diagnostics.Of(snapshot, file.Path, RuleSettings.Default).Select(found => (found.Code, found.Span)));
        }
    }

    [Theory]
    [InlineData("no_cache_filter: bu<|>")]
    [InlineData("no_cache_filter:\n        - bu<|>")]
    [InlineData("no_cache_filter:\n        - <|>")]
    [InlineData("additional_contexts: {bu<|>: ./x}")]
    [InlineData("additional_contexts:\n        bu<|>: ./x")]
    [InlineData("additional_contexts: ['bu<|>=./x']")]
    [InlineData("x-bake: {no-cache-filter: bu<|>}")]
    [InlineData("x-bake:\n        no-cache-filter:\n          - bu<|>")]
    [InlineData("x-bake: {contexts: {bu<|>: ./x}}")]
    [InlineData("x-bake:\n        contexts:\n          bu<|>: ./x")]
    public void Stages_are_offered_wherever_a_word_names_one(string words)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = Workspace($"services:\n  web:\n    build:\n      context: .\n      {words}\n", lineEnd);
            var list = Completion.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English);
            Assert.Contains("builder", list?.Items.Select(item => item.Label) ?? []);
        }
    }

    [Fact]
    public void One_anchor_for_two_services_is_one_place()
    {
        var workspace = Workspace("x-t: &t [|builder|]\nservices:\n  web: {build: {target: *t}}\n  api: {build: {target: *t}}", "\n");
        var docker = workspace["Dockerfile"];
        var mentions = References.At(workspace.Snapshot, docker.Path, docker["name"].Start, includesDeclaration: false);
        Assert.Equal(workspace["compose.yaml"].Spans, mentions.Where(mention => mention.File.Name == "compose.yaml").Select(mention => mention.Span));
    }

    private static MarkedWorkspace Workspace(string compose, string lineEnd) => new(
        "//- Dockerfile\nFROM golang AS {|name:builder|}\nFROM alpine\nCOPY --from={|use:builder|} /a /b\n"
        + "//- elsewhere/Dockerfile\nFROM node AS builder\n"
        + "//- elsewhere/compose.yaml\nservices: {web: {build: {target: builder}}}\n"
        + $"//- compose.yaml\n{compose}", lineEnd);

    private static string TextAfter(MarkedWorkspace workspace, DocumentPath path, int offset, MarkedFile file)
    {
        var made = Assert.IsType<RenameResult.Made>(Rename.To(workspace.Snapshot, path, offset, "compile"));
        Assert.All(made.Files, edits => Assert.DoesNotContain("elsewhere", edits.File.Uri, StringComparison.Ordinal));
        return made.Files.Single(edits => edits.File.Equals(file.Path)).Edits.Reverse()
            .Aggregate(SourceText.From(file.Text), (text, edit) => text.With(edit)).ToString();
    }
}
