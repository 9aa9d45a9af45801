using System.Collections.Immutable;
using Dockstage.Core.Features;
using Dockstage.Core.Messages;

namespace Dockstage.Core.Tests.Features;

public sealed class SeveralBuildsTests
{
    private const string Two = """
        //- go/Dockerfile
        FROM golang AS develop
        FROM develop AS builder.1
        //- my py/docker/Dockerfile
        FROM python AS production
        //- compose.yaml
        services:
          py:
            build: {context: my py, dockerfile: docker/Dockerfile}
        """;

    private const string Shop = """
        //- go/Dockerfile
        FROM golang AS develop
        //- shop/compose.yaml
        services:
          web.app: {build: {context: ../go, target: develop, additional_contexts: {base: service:base}}}
          base: {build: .}
          -x: {build: .}
        //- shop/Dockerfile
        FROM scratch AS base
        //- blog/compose.yaml
        services: {web.app: {build: .}}
        """;

    private const string ShopAnswer = """
        name: shop
        services:
          web.app:
            build: {context: /w/go, dockerfile: Dockerfile, target: develop, args: {A: '$${X} $$Y'}, additional_contexts: {base: service:base}}
          base:
            image: example/base
            build: {context: /w/shop, dockerfile: Dockerfile}
          -x:
            build: {context: /w/shop, dockerfile: Dockerfile, privileged: true}
        """;

    private const string BlogAnswer = """
        name: blog
        services:
          web.app:
            build: {context: /w/blog, dockerfile: Dockerfile, platforms: [linux/amd64, linux/arm64]}
        """;

    [Fact]
    public void Several_stages_are_one_run_in_the_folder_that_holds_them_all()
    {
        var made = Stages(Two, new() { Builder = "remote", Progress = "rawjson" }, ("go/Dockerfile", "builder.1"), ("my py/docker/Dockerfile", null));
        Assert.Equal("file:///w", made.Folder.Uri);
        Assert.Equal("docker buildx bake --builder remote -f - go-builder_1 my-py", made.Text);
        Assert.Contains("--progress", made.Argv);
        Assert.Equal(["go-builder_1", "my-py"], made.Targets);
        Assert.Equal(
            ["go-builder_1: go Dockerfile builder.1 go:builder.1", "my-py: my py docker/Dockerfile  my-py:production"],
            made.Definition!.Targets.Select(t => $"{t.Name}: {t.Build.Context} {t.Build.Dockerfile} {t.Build.Stage} {t.Build.Tags.Single()}"));
    }

    [Fact]
    public void One_folder_is_the_context_itself_and_a_stage_named_twice_is_built_once()
    {
        var made = Stages(Two, new(), ("go/Dockerfile", "develop"), ("go/Dockerfile", "develop"), ("go/Dockerfile", null));
        Assert.Equal("file:///w/go", made.Folder.Uri);
        Assert.Equal(["go-develop .", "go ."], made.Definition!.Targets.Select(t => $"{t.Name} {t.Build.Context}"));
    }

    [Fact]
    public void Names_of_targets_differ_even_where_folders_are_called_alike()
    {
        var made = Stages("""
            //- a/x/Dockerfile
            FROM a AS b
            //- c/x/Dockerfile
            FROM a AS b
            """, new() { TagTemplate = "" }, ("a/x/Dockerfile", "b"), ("c/x/Dockerfile", "b"));
        Assert.Equal(["x-b a/x", "x-b-2 c/x"], made.Definition!.Targets.Select(t => $"{t.Name} {t.Build.Context}"));
    }

    [Fact]
    public void A_folder_and_a_Dockerfile_called_like_the_standard_input_are_none()
    {
        var made = Stages("//- -/-\nFROM a AS b\n//- x/Dockerfile\nFROM a AS b", new(), ("-/-", "b"), ("x/Dockerfile", "b"));
        Assert.Equal("../w/- ./-", $"{made.Definition!.Targets[0].Build.Context} {made.Definition.Targets[0].Build.Dockerfile}");
    }

    [Fact]
    public void What_would_become_one_image_is_refused() => Refused("""
        //- a/x/Dockerfile
        FROM a AS b
        //- c/x/Dockerfile
        FROM a AS b
        """, new(), [], "Dockerfile b and Dockerfile b would both become the image x:b.", ("a/x/Dockerfile", "b"), ("c/x/Dockerfile", "b"));

    [Theory]
    [InlineData(BuildOutput.Load, "type=docker")]
    [InlineData(BuildOutput.Push, "type=registry")]
    [InlineData(BuildOutput.Cache, "type=cacheonly")]
    public void The_result_goes_where_the_user_wants_it(BuildOutput output, string expected) =>
        Assert.Equal(expected, Stages(Two, new() { Output = output }, ("go/Dockerfile", "develop"), ("go/Dockerfile", null)).Definition!.Targets[0].Output);

    [Theory]
    [InlineData("${HOME}", "$${HOME}")]
    [InlineData("%{if true}", "%%{if true}")]
    [InlineData("$HOME `x` \"y\" ; é😀", "$HOME `x` \"y\" ; é😀")]
    public void A_text_of_the_definition_is_no_template(string text, string expected) => Assert.Equal(expected, BakeTarget.Literal(text));

    [Theory]
    [InlineData("web.app", "web_app")]
    [InlineData("--help", "help")]
    [InlineData("-", "_")]
    [InlineData("$(x) é", "__x___")]
    [InlineData("taken", "taken-2")]
    public void The_name_of_a_target_is_one_that_bake_takes_and_no_flag(string wanted, string expected) =>
        Assert.Equal(expected, BakeTarget.NameFor(wanted, new HashSet<string> { "taken" }));

    [Fact]
    public void Several_stages_in_one_run_need_buildx_and_stages_that_are_there()
    {
        Refused(Two, new() { Engine = Engine.Podman }, [], "Only docker buildx builds several", ("go/Dockerfile", "develop"));
        Refused(Two, new(), [], "Dockerfile has no stage named 'gone'", ("go/Dockerfile", "gone"));
    }

    [Fact]
    public void Before_services_are_built_their_own_tool_is_asked_what_they_are()
    {
        var asks = Assert.IsType<BuildCommandResult.Asks>(Picked(Shop, new(), [], Service("shop/compose.yaml", "web.app"), Service("blog/compose.yaml", "web.app"), Service("shop/compose.yaml", "base")));
        Assert.Equal(
            ["file:///w/shop: docker compose -f compose.yaml --profile * config", "file:///w/blog: docker compose -f compose.yaml --profile * config"],
            asks.Questions.Select(one => $"{one.Folder.Uri}: {string.Join(' ', one.Argv)}"));
    }

    [Fact]
    public void A_service_is_a_target_and_so_is_every_service_whose_image_it_takes_as_a_context()
    {
        var made = Assert.IsType<BuildCommandResult.Made>(Picked(Shop, new(), [ShopAnswer], Service("shop/compose.yaml", "web.app"), Stage("go/Dockerfile", "develop"))).Command;
        Assert.Equal("file:///w/shop", made.Folder.Uri);
        Assert.Equal("docker buildx bake -f - go-develop web_app base", made.Text);
        Assert.Equal("0", made.Environment["BUILDX_BAKE_ENTITLEMENTS_FS"]);
        Assert.Equal(
            ["go-develop: ../go Dockerfile develop go:develop", "web_app: /w/go Dockerfile develop shop-web.app", "base: /w/shop Dockerfile  example/base"],
            made.Definition!.Targets.Select(t => $"{t.Name}: {t.Build.Context} {t.Build.Dockerfile} {t.Build.Stage} {t.Build.Tags.Single()}"));
        Assert.Equal([new("A", "${X} $Y")], made.Definition.Targets[1].Build.Arguments);
        Assert.Equal("base base True", string.Join(", ", made.Definition.Targets[1].Build.Contexts.Select(c => $"{c.Name} {c.Value} {c.IsBuild}")));
        Assert.Equal(
            ["go-develop file:///w/go/Dockerfile develop", "web_app file:///w/go/Dockerfile develop", "base file:///w/shop/Dockerfile "],
            made.Stages.Select(stage => $"{stage.Name} {stage.Dockerfile.Uri} {stage.Stage}"));
    }

    [Fact]
    public void Services_of_several_projects_are_one_run_and_keep_their_names_apart()
    {
        var made = Assert.IsType<BuildCommandResult.Made>(
            Picked(Shop, new(), [ShopAnswer, BlogAnswer], Service("shop/compose.yaml", "-x"), Service("blog/compose.yaml", "web.app"), Service("shop/compose.yaml", "web.app"))).Command;
        Assert.Equal("file:///w", made.Folder.Uri);
        Assert.Equal("docker buildx bake --allow security.insecure -f - x web_app base web_app-2", made.Text);
        Assert.Equal(
            ["x shop--x type=docker", "web_app shop-web.app type=docker", "base example/base type=docker", "web_app-2 blog-web.app type=image,push=false"],
            made.Definition!.Targets.Select(t => $"{t.Name} {t.Build.Tags.Single()} {t.Output}"));
    }

    [Fact]
    public void The_platform_of_the_environment_counts_where_no_other_is_named()
    {
        var made = Assert.IsType<BuildCommandResult.Made>(Picked(
            Shop, new() { DefaultPlatform = "linux/386" }, [ShopAnswer.Replace("image: example/base", "platform: linux/s390x", StringComparison.Ordinal)],
            Service("shop/compose.yaml", "web.app"), Stage("go/Dockerfile", "develop"))).Command;
        Assert.Equal(["linux/386", "linux/386", "linux/s390x"], made.Definition!.Targets.Select(t => t.Build.Platforms.Single()));
    }

    [Fact]
    public void A_service_that_the_tool_does_not_tell_of_is_refused() =>
        RefusedServices(["name: shop\nservices: {other: {build: .}}"], "compose.yaml does not build 'web.app' any more.");

    [Theory]
    [InlineData("")]
    [InlineData("no: project")]
    [InlineData("[1, 2")]
    public void An_answer_that_is_none_is_refused(string answer) => RefusedServices([answer], "What the tool says of compose.yaml cannot be read");

    [Fact]
    public void A_secret_that_only_Compose_knows_is_refused_with_the_reason() => RefusedServices(
        ["name: shop\nservices: {web.app: {build: {context: /w, secrets: [{source: s}]}}}\nsecrets: {s: {environment: TOKEN}}"],
        "'web.app' takes a secret from the variable TOKEN, which .env sets for its own tool alone.", "//- shop/.env\nTOKEN=1\n");

    [Fact]
    public void A_secret_of_the_shell_is_passed_on()
    {
        var made = Assert.IsType<BuildCommandResult.Made>(Picked(
            Shop, new(), ["name: shop\nservices: {web.app: {build: {context: /w, secrets: [{source: s}]}}}\nsecrets: {s: {environment: TOKEN}}"],
            Service("shop/compose.yaml", "web.app"))).Command;
        Assert.Equal(["id=s,type=env,env=TOKEN"], made.Definition!.Targets.Single().Build.Secrets);
    }

    [Fact]
    public void A_cache_beside_the_compose_file_is_refused_where_the_run_starts_elsewhere()
    {
        const string Cached = "name: shop\nservices: {web.app: {build: {context: /w, cache_to: ['type=local,dest=cache']}}}";
        Assert.IsType<BuildCommandResult.Made>(Picked(Shop, new(), [Cached], Service("shop/compose.yaml", "web.app"), Stage("go/Dockerfile", "develop")));
        var refused = Assert.IsType<BuildCommandResult.Refused>(
            Picked(Shop, new(), [Cached, BlogAnswer], Service("shop/compose.yaml", "web.app"), Service("blog/compose.yaml", "web.app")));
        Assert.StartsWith("'web.app' has a cache in a folder that is relative to its own file (type=local,dest=cache)", refused.Reason.In(Language.English), StringComparison.Ordinal);
        Assert.IsType<BuildCommandResult.Made>(Picked(
            Shop, new(), [Cached.Replace("dest=cache", "dest=/cache", StringComparison.Ordinal), BlogAnswer], Service("shop/compose.yaml", "web.app"), Service("blog/compose.yaml", "web.app")));
    }

    [Fact]
    public void A_stage_inside_a_compose_file_is_built_as_its_service()
    {
        const string Inline = """
            //- compose.yaml
            services:
              web:
                build:
                  target: two
                  dockerfile_inline: |
                    FROM scratch AS one
                    FROM one AS two
            """;
        var asks = Assert.IsType<BuildCommandResult.Asks>(Picked(Inline, new(), [], Stage("compose.yaml", "two")));
        Assert.Equal("docker compose -f compose.yaml --profile * config", string.Join(' ', asks.Questions.Single().Argv));
        var made = Assert.IsType<BuildCommandResult.Made>(Picked(
            Inline, new(), ["name: w\nservices: {web: {build: {context: /w, target: two, dockerfile_inline: \"FROM scratch AS one\\nFROM one AS two\\n\"}}}"],
            Stage("compose.yaml", "two"))).Command;
        Assert.Equal("FROM scratch AS one\nFROM one AS two\n", made.Definition!.Targets.Single().Build.InlineDockerfile);
        Assert.Equal("two", made.Stages.Single().Stage);
    }

    private static Func<MarkedWorkspace, PickedBuild> Service(string file, string name) => workspace => new PickedBuild.Consumer(workspace[file].Path, name);

    private static Func<MarkedWorkspace, PickedBuild> Stage(string file, string? name) => workspace => new PickedBuild.Stage(workspace[file].Path, name);

    private static BuildCommandResult Picked(string markup, BuildOptions options, ImmutableArray<string> answers, params Func<MarkedWorkspace, PickedBuild>[] picked)
    {
        var workspace = new MarkedWorkspace(markup);
        return SeveralBuilds.For(workspace.Snapshot, [.. picked.Select(one => one(workspace))], options, answers);
    }

    private static BuildCommand Stages(string markup, BuildOptions options, params (string File, string? Stage)[] stages) =>
        Assert.IsType<BuildCommandResult.Made>(Picked(markup, options, [], [.. stages.Select(one => Stage(one.File, one.Stage))])).Command;

    private static void Refused(string markup, BuildOptions options, ImmutableArray<string> answers, string reason, params (string File, string? Stage)[] stages)
    {
        var refused = Assert.IsType<BuildCommandResult.Refused>(Picked(markup, options, answers, [.. stages.Select(one => Stage(one.File, one.Stage))]));
        Assert.StartsWith(reason, refused.Reason.In(Language.English), StringComparison.Ordinal);
    }

    private static void RefusedServices(ImmutableArray<string> answers, string reason, string more = "")
    {
        var refused = Assert.IsType<BuildCommandResult.Refused>(Picked($"{Shop}\n{more}", new(), answers, Service("shop/compose.yaml", "web.app")));
        Assert.StartsWith(reason, refused.Reason.In(Language.English), StringComparison.Ordinal);
    }
}
