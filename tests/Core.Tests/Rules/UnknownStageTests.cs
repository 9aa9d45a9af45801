using Dockstage.Core.Rules;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Rules;

public sealed class UnknownStageTests
{
    [Fact]
    public void A_near_miss_of_a_stage_above_is_found_in_COPY_and_in_mounts() => RuleAssert.Only("UnknownStage", """
        FROM golang AS Build
        FROM alpine
        COPY --from=[|bulid|] /a /a
        COPY --chown=1 --from="[|biuld|]" \
          /a /a
        RUN --mount=type=bind,from=[|buil|],target=/x true
        """,
        "There is no stage named 'bulid'. Did you mean 'build'? As written, this pulls an image 'bulid'.",
        "There is no stage named 'biuld'. Did you mean 'build'? As written, this pulls an image 'biuld'.",
        "There is no stage named 'buil'. Did you mean 'build'? As written, this pulls an image 'buil'.");

    [Fact]
    public void Under_ONBUILD_it_is_found_once_when_a_stage_runs_it() => RuleAssert.Only("UnknownStage", """
        FROM golang AS build
        FROM alpine AS base
        ONBUILD COPY --from=[|bulid|] /a /a
        FROM base AS one
        FROM base AS two
        """, "There is no stage named 'bulid'. Did you mean 'build'? As written, this pulls an image 'bulid'.");

    [Theory]
    [InlineData("nginxx", "nginx")]
    [InlineData("base", "bash")]
    [InlineData("deps", "dev")]
    [InlineData("code", "node")]
    [InlineData("build", "acme/buil")]
    [InlineData("build", "bulid:1")]
    [InlineData("build", "bulid@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("build", "localhost/bulid")]
    [InlineData("build", "BUILD")]
    [InlineData("build", "tools")]
    [InlineData("a", "b")]
    [InlineData("go", "js")]
    public void What_may_be_meant_as_it_is_stays_silent(string stage, string name) => RuleAssert.Only("UnknownStage", $"""
        FROM golang AS {stage}
        FROM alpine
        COPY --from={name} /a /a
        RUN --mount=from={name},target=/x true
        """);

    [Fact]
    public void A_base_is_no_near_miss_and_an_image_that_the_file_builds_on_is_meant() => RuleAssert.Only("UnknownStage", """
        FROM tool:3 AS tools
        FROM tolls
        COPY --from=tool /a /a
        COPY --from=$toosl /a /a
        """);

    [Fact]
    public void Only_a_stage_that_the_reference_could_reach_is_proposed() => RuleAssert.Only("UnknownStage", """
        FROM alpine AS own
        COPY --from=owm /a /a
        COPY --from=bulid /a /a
        FROM golang AS build
        """);

    [Fact]
    public void A_named_context_of_any_build_is_meant() => RuleAssert.Only("UnknownStage", """
        //- Dockerfile
        FROM golang AS build
        FROM alpine
        COPY --from=builds /a /a
        COPY --from=[|bulid|] /a /a
        //- compose.yaml
        services: {web: {build: .}}
        //- compose.ci.yaml
        services: {web: {build: {context: ., additional_contexts: ["builds=../x"]}}}
        """, "There is no stage named 'bulid'. Did you mean 'build'? As written, this pulls an image 'bulid'.");

    [Theory]
    [InlineData("services: {web: {build: {context: ., additional_contexts: [\"${NAME}=../x\"]}}}")]
    [InlineData("services: {web: {extends: {file: common.yaml, service: web}, build: {context: ., dockerfile: Dockerfile}}}")]
    [InlineData("services: {web: {build: .}, base: {image: bulid, build: base}}")]
    [InlineData("services: {web: {build: {context: ., additional_contexts: {\"bulid::linux/arm64\": ../x}}}}")]
    public void What_a_build_may_supply_is_meant(string compose) => RuleAssert.Only(
        "UnknownStage", $"//- Dockerfile\nFROM golang AS build\nFROM alpine\nCOPY --from=bulid /a /a\n//- base/Dockerfile\nFROM a\n//- compose.yaml\n{compose}");

    [Fact]
    public void An_edit_of_a_compose_file_that_nobody_has_saved_counts()
    {
        var workspace = new MarkedWorkspace("""
            //- Dockerfile
            FROM golang AS build
            FROM alpine
            COPY --from=bulid /a /a
            //- compose.yaml
            services: {web: {build: .}}
            """);
        var (dockerfile, compose) = (workspace["Dockerfile"].Path, workspace["compose.yaml"].Path);
        Assert.Contains("UnknownStage", Codes(workspace.Snapshot));
        var after = workspace.Snapshot.With(new(compose, SourceText.From("services: {web: {build: {context: ., additional_contexts: {bulid: x}}}}")));
        Assert.Contains(dockerfile, after.AffectedBy(compose));
        Assert.DoesNotContain("UnknownStage", Codes(after));

        IEnumerable<string> Codes(Core.Workspace.WorkspaceSnapshot snapshot) =>
            Diagnostics.Of(snapshot, dockerfile, RuleSettings.Default).Select(found => found.Code);
    }
}
