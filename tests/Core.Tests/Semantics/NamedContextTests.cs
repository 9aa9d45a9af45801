using Dockstage.Core.Semantics;

namespace Dockstage.Core.Tests.Semantics;

public sealed class NamedContextTests
{
    [Theory]
    [InlineData("alpine", "alpine", "alpine")]
    [InlineData("alpine", "alpine:latest", "alpine")]
    [InlineData("alpine:latest", "alpine", null)]
    [InlineData("docker.io/library/alpine", "alpine", null)]
    [InlineData("alpine", "docker.io/library/alpine:latest", "alpine")]
    [InlineData("a/b", "index.docker.io/a/b", "a/b")]
    [InlineData("alpine", "alpine:3.20", null)]
    [InlineData("alpine:3.20", "alpine:3.20", "alpine:3.20")]
    [InlineData("alpine", "Alpine", null)]
    [InlineData("Alpine", "alpine", null)]
    [InlineData("scratch", "scratch", null)]
    [InlineData("context", "context", "context")]
    [InlineData("alpine::linux/amd64", "alpine", "alpine::linux/amd64")]
    [InlineData("alpine::linux/x86_64", "alpine", null)]
    [InlineData("alpine::linux/arm64", "alpine", null)]
    [InlineData("alpine alpine::linux/amd64", "alpine", "alpine::linux/amd64")]
    [InlineData("alpine::linux/arm64 alpine", "alpine", "alpine")]
    [InlineData("", "alpine", null)]
    public void A_name_counts_as_it_is_written_and_what_is_sought_is_the_short_form_of_a_reference(string contexts, string name, string? found) =>
        Assert.Equal(found, NamedContexts.Of(contexts.Split(' ')).Find(name, "linux/amd64"));

    [Fact]
    public void A_stage_called_context_cannot_be_replaced_and_an_image_called_so_can()
    {
        Assert.Equal(["image alpine", "stage 0"], Model.BasesOf(Model.WithContexts("FROM alpine AS context\nFROM context", "context")));
        Assert.Equal(["context context"], Model.BasesOf(Model.WithContexts("FROM context", "context")));
    }

    [Fact]
    public void A_context_named_like_a_stage_takes_its_place_whole()
    {
        const string Text =
            """
            FROM golang AS tools
            FROM debian AS Build
            COPY --from=tools a b
            COPY --from=alpine:3 a b
            FROM build AS test
            FROM scratch
            COPY --from=build a b
            COPY --from=1 a b
            """;
        var model = Model.WithContexts(Text, "build");
        Assert.Equal(["image golang", "context build", "stage 1", "scratch"], Model.BasesOf(model));
        Assert.Equal(["build"], model.Stages.Select(stage => stage.ReplacedBy).OfType<string>());
        Assert.Equal("build 3", model.Runs(""));
        Assert.Equal("build test", model.Runs("test"));
        Assert.Equal("build", model.Runs("build"));
        Assert.Empty(model.PlanOf("").Images);
        Assert.Equal("tools build 3", Model.Of(Text).Runs(""));
    }

    [Theory]
    [InlineData("FROM alpine", "alpine", "context alpine")]
    [InlineData("FROM docker.io/library/alpine:latest", "alpine", "context alpine")]
    [InlineData("FROM alpine:latest", "docker.io/library/alpine", "image alpine:latest")]
    [InlineData("FROM alpine:3.20", "alpine", "image alpine:3.20")]
    [InlineData("FROM x AS build\nFROM build:latest", "build", "context build")]
    [InlineData("FROM x AS build\nFROM build", "build", "stage 0")]
    [InlineData("FROM scratch", "scratch", "scratch")]
    [InlineData("ARG V=3\nFROM alpine:$V", "alpine:3", "context alpine:3")]
    [InlineData("FROM --platform=linux/arm64 alpine", "alpine::linux/arm64", "context alpine::linux/arm64")]
    [InlineData("FROM --platform=linux/arm64 alpine", "alpine::linux/amd64", "image alpine")]
    [InlineData("ARG P=linux/arm64\nFROM --platform=$P alpine", "alpine::linux/arm64", "context alpine::linux/arm64")]
    [InlineData("FROM --platform=$TARGETPLATFORM alpine", "alpine::linux/amd64", "context alpine::linux/amd64")]
    public void A_context_takes_the_place_of_the_image_of_a_FROM(string text, string contexts, string expected) =>
        Assert.Equal(expected, Model.BasesOf(Model.WithContexts(text, contexts)).Last());

    [Theory]
    [InlineData("assets", "context assets")]
    [InlineData("ASSETS", "! failed to parse stage name \"ASSETS\": invalid reference format: repository name (library/ASSETS) must be lowercase")]
    [InlineData("a", "stage 0")]
    [InlineData("golang:latest", "context golang")]
    [InlineData("golang:1", "image golang:1")]
    [InlineData("scratch", "scratch")]
    public void A_context_is_a_source_for_COPY_and_mounts_behind_the_stages(string name, string meaning)
    {
        foreach (var line in new[] { $"COPY --from={name} a b", $"RUN --mount=from={name},target=/x make" })
        {
            var model = Model.WithContexts("FROM x AS a\nFROM y\n" + line, "assets golang scratch 0");
            Assert.Equal(meaning, Model.Show(model.References[^1].Meaning));
        }
    }

    [Fact]
    public void A_number_in_COPY_is_never_a_context()
    {
        var model = Model.WithContexts("FROM y\nCOPY --from=7 a b\nRUN --mount=from=7,target=/x make", "7");
        Assert.Equal(["! invalid stage index 7", "context 7"], model.References.Skip(1).Select(r => Model.Show(r.Meaning)));
    }

    [Fact]
    public void A_context_in_the_place_of_a_stage_below_is_there_in_time()
    {
        const string Text = "FROM x AS a\nCOPY --from=b a b\nFROM y AS b";
        Assert.Empty(Model.WithContexts(Text, "b").PlanOf("a").Refusals);
        Assert.NotEmpty(Model.Of(Text).PlanOf("a").Refusals);
    }

    [Fact]
    public void What_a_replaced_stage_would_need_is_not_run_but_a_circle_through_it_is_refused_still()
    {
        var model = Model.WithContexts("FROM x AS a\nCOPY --from=a a b\nFROM y\nCOPY --from=a a b", "a");
        Assert.Equal("circular dependency detected on stage: a", Assert.Single(model.PlanOf("").Refusals).BuildKitText);
    }

    [Fact]
    public void ONBUILD_of_a_replaced_stage_brings_nothing() => Assert.Equal(
        "base 2", Model.WithContexts("FROM x AS tools\nFROM y AS base\nONBUILD COPY --from=tools a b\nFROM base", "base").Runs(""));

    [Fact]
    public void A_model_with_contexts_is_of_no_harm_to_the_reading_of_the_next_text()
    {
        var model = Model.WithContexts("FROM alpine AS a\nFROM a", "a");
        var next = DockerfileModel.Parse(model.Text, model);
        Assert.Equal(["image alpine", "stage 0"], Model.BasesOf(next));
        Assert.Null(next.Stages[0].ReplacedBy);
    }
}
