using Dockstage.Core.Features;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Features;

/// <summary>Named contexts (<c>additional_contexts</c>), from the Dockerfile that uses one and from the build that is given it.</summary>
public sealed class NamedContextTests
{
    private const string Project = """
        //- api/Dockerfile
        FROM golang AS builder
        FROM alpine
        COPY --from={|use:assets|} /dist /srv
        COPY --from=builder /a /b
        RUN --mount=from={|mount:assets|},target=/x true
        //- compose.yaml
        services:
          api:
            build:
              context: api
              additional_contexts:
                {|key:assets|}: service:web
                builder: ./elsewhere
          plain:
            build: api
          web: {build: api}
        //- compose.override.yaml
        services:
          api:
            build:
              additional_contexts: ["{|other:assets|}=../dist"]
        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void From_the_dockerfile_one_goes_to_where_builds_are_given_it_and_back(string lineEnd)
    {
        var workspace = new MarkedWorkspace(Project, lineEnd);
        var (dockerfile, compose, over) = (workspace["api/Dockerfile"], workspace["compose.yaml"], workspace["compose.override.yaml"]);
        foreach (var name in (string[])["use", "mount"])
        {
            var links = Definition.At(workspace.Snapshot, dockerfile.Path, dockerfile[name].Start + 1);
            Assert.Equal(
                [(over.Path, over["other"]), (compose.Path, compose["key"])],
                links.Select(link => (link.Target, link.TargetSelection)).OrderBy(link => link.Target.Path, StringComparer.Ordinal));
            Assert.All(links, link => Assert.Equal(dockerfile[name], link.Origin));
        }

        var back = Definition.At(workspace.Snapshot, compose.Path, compose["key"].Start);
        Assert.Equal([(dockerfile.Path, dockerfile["use"]), (dockerfile.Path, dockerfile["mount"])], back.Select(link => (link.Target, link.TargetSelection)));
    }

    [Fact]
    public void The_hover_tells_who_gives_it_as_what_and_who_uses_it()
    {
        var workspace = new MarkedWorkspace(Project);
        var (dockerfile, compose) = (workspace["api/Dockerfile"], workspace["compose.yaml"]);
        Assert.Equal(
            """
            **assets** · named context

            Given by
            - [api — ../compose.override.yaml:4](file:///w/compose.override.yaml#L4): `../dist`
            - [api — ../compose.yaml:6](file:///w/compose.yaml#L6): `service:web`
            """.ReplaceLineEndings("\n"),
            HoverAt(workspace, dockerfile.Path, dockerfile["use"])!.Markdown);
        var there = HoverAt(workspace, compose.Path, compose["key"])!;
        Assert.Equal(compose["key"], there.Span);
        Assert.EndsWith(
            "Used in\n- [api/Dockerfile:3](file:///w/api/Dockerfile#L3)\n- [api/Dockerfile:5](file:///w/api/Dockerfile#L5)", there.Markdown, StringComparison.Ordinal);
        Assert.Contains("- [api — compose.yaml:6](file:///w/compose.yaml#L6): `service:web`", there.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_no_build_is_given_is_an_image_and_shows_nothing()
    {
        var workspace = new MarkedWorkspace("""
            //- Dockerfile
            FROM alpine
            COPY --from=[|nginx|] /a /b
            //- compose.yaml
            services:
              web: {build: {context: ., additional_contexts: {"[|unused|]": ./x, "${X}": ./y}}}
            """);
        var (dockerfile, compose) = (workspace["Dockerfile"], workspace["compose.yaml"]);
        Assert.Null(HoverAt(workspace, dockerfile.Path, dockerfile.Spans.Single()));
        Assert.Empty(Definition.At(workspace.Snapshot, dockerfile.Path, dockerfile.Spans.Single().Start));
        Assert.Empty(Definition.At(workspace.Snapshot, compose.Path, compose.Spans.Single().Start));
        Assert.Equal("**unused** · named context\n\nGiven by\n- [web — compose.yaml:2](file:///w/compose.yaml#L2): `./x`", HoverAt(workspace, compose.Path, compose.Spans.Single())!.Markdown);
    }

    [Theory]
    [InlineData("COPY --from=<|>", "assets")]
    [InlineData("COPY --from=as<|> /a /b", "assets")]
    [InlineData("RUN --mount=type=bind,from=<|>,target=/x true", "assets")]
    [InlineData("FROM <|>", "assets")]
    public void It_is_offered_behind_the_stages_where_one_can_be_named(string line, string expected)
    {
        var workspace = new MarkedWorkspace($$$$"""
            //- Dockerfile
            FROM golang AS builder
            FROM alpine
            {{{{line}}}}
            //- compose.yaml
            services:
              web: {build: {context: ., additional_contexts: {assets: ./x, "builder": ./y, "${X}": ./z, "assets::linux/arm64": ./a, Assets: ./b, "nginx:latest": ./c}}}
            """);
        var items = Completion.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English)!.Items;
        var item = Assert.Single(items, item => item.Detail == "named context");
        Assert.Equal((expected, expected, null), (item.Label, item.NewText, item.Dockerfile?.Name));
        Assert.Equal(1, items.Count(other => other.Label == "builder"));
    }

    [Theory]
    [InlineData("additional_contexts: {\"a<|>\": ./x}", "assets builder")]
    [InlineData("additional_contexts: [<|>]", "assets builder")]
    [InlineData("additional_contexts: {a: ./a, <|>}", "assets builder")]
    [InlineData("additional_contexts:\n          as<|>", "assets builder")]
    [InlineData("no_cache_filter: [<|>]", "builder")]
    public void For_the_name_of_a_context_what_the_dockerfile_has_no_stage_for_is_offered_first(string line, string expected)
    {
        var workspace = new MarkedWorkspace($$$$"""
            //- Dockerfile
            FROM golang AS builder
            FROM alpine
            COPY --from=assets /a /b
            COPY --from=assets /c /d
            COPY --from=builder /a /b
            COPY --from=$X /a /b
            //- compose.yaml
            services:
              web:
                build:
                    context: .
                    {{{{line}}}}
            """);
        var items = Completion.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English)!.Items;
        Assert.Equal(expected, string.Join(' ', items.Select(item => item.Label)));
    }

    private static HoverText? HoverAt(MarkedWorkspace workspace, DocumentPath path, TextSpan span) =>
        Hover.At(workspace.Snapshot, path, span.Start + 1, Language.English, new());
}
