using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Consumers;

/// <summary>Named contexts in compose files. The marks are the names.</summary>
public sealed class ComposeContextsTests
{
    [Theory]
    [InlineData("{ [|assets|]: ./a, [|docker.io/library/alpine|]: docker-image://alpine:3 }")]
    [InlineData("[ [|assets|]=./a, \"[|alpine|]=docker-image://alpine:3\" ]")]
    [InlineData("\n        [|assets|]: ./a\n        \"[|b|]\":\n        ${V}: ./no")]
    [InlineData("\n        - [|assets|]=./a=b\n        - '[|b|]=service:web'")]
    [InlineData("{ << : { [|assets|]: ./a } }")]
    [InlineData("[ [||]=./a, assets, [x], {y: z} ]")]
    [InlineData("assets=./a")]
    [InlineData("!reset { assets: ./a }")]
    public void Both_forms_give_names(string value)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            var workspace = new MarkedWorkspace(
                $"services:\n  web:\n    build:\n      context: .\n      additional_contexts: {value}\n", lineEnd, "compose.yaml");
            var target = Assert.Single(workspace.Snapshot.BuildTargetsIn(workspace.Files[0].Path));
            var named = target.Contexts.Where(context => !context.Value.Text.Contains('$', StringComparison.Ordinal)).ToList();
            Assert.Equal(workspace.Files[0].Spans, named.Select(context => context.Value.Span).OrderBy(span => span.Start));
            Assert.All(named, context => Assert.Equal(
                context.Value.Text, workspace.Files[0].Text[context.Value.Span.Start..context.Value.Span.End]));
        }
    }

    [Fact]
    public void A_file_over_another_adds_to_its_contexts()
    {
        var workspace = new MarkedWorkspace(
            """
            //- compose.yaml
            services:
              web: { build: { context: ., additional_contexts: { [|a|]: ./a, b: ./b } } }
              api: { build: { context: ., additional_contexts: { a: ./a } } }
            //- compose.override.yaml
            services:
              web: { build: { additional_contexts: [ [|b|]=./c, [|c|]=./c ] } }
              api: { build: { additional_contexts: !override { [|d|]: ./d } } }
            """);
        var over = workspace["compose.override.yaml"];
        Assert.Equal(
            ["web: b compose.override.yaml, c compose.override.yaml, a compose.yaml", "api: d compose.override.yaml"],
            workspace.Snapshot.BuildTargetsIn(over.Path).Select(target =>
                $"{target.Name}: {string.Join(", ", target.Contexts.Select(context => $"{context.Value.Text} {context.File.Name}"))}"));
    }

    [Fact]
    public void A_service_that_extends_another_has_its_contexts_too()
    {
        var workspace = new MarkedWorkspace(
            """
            services:
              base: { build: { context: ., additional_contexts: { a: ./a } } }
              web: { extends: base, build: { additional_contexts: { b: ./b } } }
            """, defaultPath: "compose.yaml");
        var web = workspace.Snapshot.BuildTargetsIn(workspace.Files[0].Path)[1];
        Assert.Equal(["b", "a"], web.Contexts.Select(context => context.Value.Text));
    }

    [Fact]
    public void A_context_named_like_a_stage_takes_its_place_in_the_builds_of_its_service_alone()
    {
        var workspace = new MarkedWorkspace(
            """
            //- Dockerfile
            FROM golang AS tools
            FROM golang AS build
            COPY --from=tools a b
            FROM scratch AS prod
            COPY --from=build a b
            //- compose.yaml
            services:
              web: { build: { context: ., target: prod, additional_contexts: { build: ./dist, "$X": ./x } } }
              api: { build: { context: ., target: prod } }
            """);
        var model = workspace.Snapshot.DockerfileAt(workspace["Dockerfile"].Path)!;
        Assert.Equal(["build prod", "tools build prod"], workspace.Snapshot.BuildTargetsIn(workspace["compose.yaml"].Path).Select(target =>
        {
            var built = model.For(TargetInputs.Of(target));
            return string.Join(' ', built.PlanFor(built.FindTarget(target.Target!.Text)!).Runs.Select(step => step.Stage.Label));
        }));
    }
}
