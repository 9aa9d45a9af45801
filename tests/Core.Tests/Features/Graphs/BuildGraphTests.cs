using Dockstage.Core.Features.Graphs;
using Dockstage.Core.Tests.Golden;

namespace Dockstage.Core.Tests.Features.Graphs;

public sealed class BuildGraphTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Stages_images_and_scratch_are_bound_by_what_the_file_says(string lineEnd) => Expect(
        """
        ARG GO=1.26
        FROM golang:${GO} AS build
        FROM scratch
        COPY --from=build /a /a
        COPY --from=BUILD /b /b
        COPY --from=nginx /c /c
        RUN --mount=from=0,target=/x --mount=type=cache,target=/y --mount=from=build,target=/z true
        """,
        """
        stage build Dockerfile:2
        stage stage-1 Dockerfile:3 default
        scratch scratch
        image 0
        image golang:1.26
        image nginx
        build from golang:1.26 :2
        stage-1 from scratch :3
        stage-1 copy build :4
        stage-1 copy build :5
        stage-1 copy nginx :6
        stage-1 mount 0 :7
        stage-1 mount build :7
        """,
        lineEnd);

    [Fact]
    public void What_ONBUILD_asks_for_is_needed_by_the_stages_that_are_built_on_it() => Expect(
        """
        FROM alpine AS tools
        FROM alpine AS base
        ONBUILD COPY --from=tools /x /x
        FROM base
        """,
        """
        stage tools Dockerfile:1
        stage base Dockerfile:2
        stage stage-2 Dockerfile:4 default
        image alpine
        tools from alpine :1
        base from alpine :2
        stage-2 onbuild tools :3
        stage-2 from base :4
        """);

    [Fact]
    public void Builds_of_consumers_lead_to_the_stages_that_they_build() => Expect(
        """
        //- api/Dockerfile
        FROM a AS dev
        FROM b AS prod
        //- compose.yaml
        services:
          db: { image: postgres }
          web: { build: { context: api, target: DEV } }
          main: { build: api }
          computed: { build: { context: api, target: "${STAGE:-dev}" } }
          wrong: { build: { context: api, target: deev } }
          inline: { build: { dockerfile_inline: FROM x } }
          other: { build: { dockerfile_inline: FROM y AS z } }
        """,
        """
        consumer web compose.yaml:3
        consumer main compose.yaml:4
        consumer computed compose.yaml:5
        consumer wrong compose.yaml:6
        consumer inline compose.yaml:7
        consumer other compose.yaml:8
        stage dev api/Dockerfile:1
        stage prod api/Dockerfile:2 default
        stage stage-0 compose.yaml:7 default
        stage z compose.yaml:8 default
        image a
        image b
        image x
        image y
        web builds dev :3
        main builds prod :4
        computed builds dev :5
        inline builds stage-0 :7
        other builds z :8
        dev from a :1
        prod from b :2
        stage-0 from x :7
        z from y :8
        """);

    [Fact]
    public void A_file_that_is_laid_over_another_builds_what_both_say() => Expect(
        """
        //- Dockerfile
        FROM a AS dev
        FROM b AS prod
        //- Dockerfile.dev
        FROM c AS dev
        //- compose.yaml
        services: { web: { build: { context: ., target: dev } } }
        //- compose.override.yaml
        services: { web: { build: { dockerfile: Dockerfile.dev } } }
        """,
        """
        consumer web compose.override.yaml:1
        consumer web compose.yaml:1
        stage dev Dockerfile:1
        stage prod Dockerfile:2 default
        stage dev Dockerfile.dev:1 default
        image a
        image b
        image c
        web builds dev :1
        web builds dev :1
        dev from a :1
        prod from b :2
        dev from c :1
        """);

    [Fact]
    public void A_named_context_stands_in_the_place_of_an_image_or_a_stage() => Expect(
        """
        //- Dockerfile
        FROM base AS one
        FROM alpine AS two
        COPY --from=one /x /x
        FROM two
        //- compose.yaml
        services:
          web:
            build:
              context: .
              additional_contexts: [base=./x, two=./y, unused=./z]
        """,
        """
        consumer web compose.yaml:2
        stage one Dockerfile:1
        stage two Dockerfile:2
        stage stage-2 Dockerfile:4 default
        context base compose.yaml:5
        context two compose.yaml:5
        web builds stage-2 :2
        one from base :1
        two from two :2
        stage-2 from two :4
        """,
        except: "unreachable");

    [Theory]
    [InlineData("", "lint dev")]
    [InlineData("services: { a: { build: { context: ., target: lint } } }", "dev")]
    [InlineData("services: { a: { build: { context: ., target: nope } } }", "lint dev")]
    [InlineData("services: { a: { build: { context: ., target: \"${T:-dev}\" } } }", "lint")]
    [InlineData("services: { a: { build: { context: ., target: \"${T}\" } } }", "")]
    [InlineData("services: { a: { extends: { file: gone.yaml, service: b }, build: { context: ., dockerfile: Dockerfile } } }", "")]
    public void A_stage_is_unreachable_when_neither_the_default_nor_any_known_build_needs_it(string compose, string expected)
    {
        var graph = GraphOf($"//- Dockerfile\nFROM a AS base\nFROM base AS lint\nFROM base AS dev\nFROM base\n//- compose.yaml\n{compose}");
        Assert.Equal(expected, string.Join(' ', graph.Nodes.Where(node => node.IsUnreachable).Select(node => node.Label)));
    }

    [Theory]
    [InlineData("FROM a AS unused\nCOPY --from=9 /x /x\nFROM b")]
    [InlineData("# syntax=example.com/own\nFROM a AS unused\nFROM b")]
    public void Nothing_is_unreachable_in_a_file_that_is_not_understood(string dockerfile) =>
        Assert.DoesNotContain(GraphOf(dockerfile).Nodes, node => node.IsUnreachable);

    [Fact]
    public void With_a_target_there_is_what_it_needs_and_who_asks_for_it()
    {
        var graph = GraphOf(
            """
            //- a/Dockerfile
            FROM golang AS build
            FROM build AS Test
            FROM alpine
            COPY --from=build /x /x
            //- b/Dockerfile
            FROM node
            //- compose.yaml
            services: { t: { build: { context: a, target: test } }, m: { build: a } }
            """,
            "TEST");
        Assert.Equal("t build test golang", string.Join(' ', graph.Nodes.Select(node => node.Label)));
        Assert.Equal(3, graph.Edges.Length);
        Assert.Empty(GraphOf("FROM a AS b", "c").Nodes);
    }

    [Fact]
    public void Dockerfiles_from_which_shown_files_build_are_shown_with_them()
    {
        var workspace = new MarkedWorkspace("//- d/x.df\nFROM a\n//- compose.yaml\nservices: { w: { build: { context: d, dockerfile: x.df } } }");
        var graph = BuildGraph.Of(workspace.Snapshot, [workspace["compose.yaml"].Path], Markup.Root);
        Assert.Equal(["consumer:compose.yaml#w", "stage:d/x.df#0", "image:a"], graph.Nodes.Select(node => node.Id));
    }

    [Fact]
    public void Every_node_has_an_identity_of_its_own_and_every_edge_joins_two_of_them()
    {
        var workspace = new MarkedWorkspace(
            """
            //- Dockerfile
            FROM scratch AS scratch
            FROM image:a AS a
            FROM a AS a
            COPY --from=image:a . .
            //- compose.yaml
            services: { a: { build: . } }
            ---
            services: { a: { build: { target: a } } }
            """);
        AssertSound(BuildGraph.Of(workspace.Snapshot, workspace.Files.Select(file => file.Path), Markup.Root));
    }

    [Fact]
    public void The_graph_of_a_target_holds_the_stages_that_its_plan_runs_over_the_golden_corpus()
    {
        var targets = 0;
        foreach (var file in GoldenFacts.All)
        {
            var workspace = new MarkedWorkspace("//- x\n");
            var path = Markup.Root.Resolve("Dockerfile");
            var snapshot = workspace.Snapshot.With(new Core.Documents.Document(path, Core.Text.SourceText.From(file.Text)));
            var model = snapshot.DockerfileAt(path)!;
            AssertSound(BuildGraph.Of(snapshot, [path], Markup.Root));
            foreach (var stage in model.Stages.Where(model.CanBeTarget))
            {
                var graph = BuildGraph.Of(snapshot, [path], Markup.Root, stage.Name ?? "");
                var expected = model.PlanFor(stage).Runs.Select(step => $"stage:Dockerfile#{step.Stage.Index}");
                Assert.Equal(expected, graph.Nodes.Where(node => node.Kind == GraphNodeKind.Stage).Select(node => node.Id));
                targets++;
            }
        }

        Assert.True(targets > 1000, $"only {targets} targets");
    }

    private static void AssertSound(BuildGraph graph)
    {
        var ids = graph.Nodes.Select(node => node.Id).ToHashSet();
        Assert.Equal(graph.Nodes.Length, ids.Count);
        Assert.Equal(graph.Edges.Length, graph.Edges.Distinct().Count());
        Assert.All(graph.Edges, edge => Assert.True(ids.Contains(edge.From) && ids.Contains(edge.To)));
    }

    private static BuildGraph GraphOf(string markup, string? target = null, string lineEnd = "\n")
    {
        var workspace = new MarkedWorkspace(markup, lineEnd);
        return BuildGraph.Of(workspace.Snapshot, workspace.Files.Select(file => file.Path), Markup.Root, target);
    }

    private static void Expect(string markup, string expected, string lineEnd = "\n", string except = "")
    {
        var graph = GraphOf(markup, lineEnd: lineEnd);
        var labels = graph.Nodes.ToDictionary(node => node.Id, node => node.Label);
        var lines = graph.Nodes.Select(node => string.Join(' ', new[]
        {
            node.Kind.ToString().ToLowerInvariant(), node.Label,
            node is { Path: { } path, Line: { } line } ? $"{path.RelativeTo(Markup.Root)}:{line + 1}" : "",
            node.IsDefault ? "default" : "", node.IsUnreachable && except != "unreachable" ? "unreachable" : "",
        }.Where(word => word.Length > 0))).Concat(graph.Edges.Select(edge =>
            $"{labels[edge.From]} {edge.Kind.ToString().ToLowerInvariant()} {labels[edge.To]} :{edge.Line + 1}"));
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join('\n', lines));
    }
}
