using Dockstage.Core.Rules;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Rules;

/// <summary>The rules about named contexts: <c>ContextReplacesStage</c>, <c>UnusedContext</c>.</summary>
public sealed class NamedContextRulesTests
{
    [Fact]
    public void A_context_named_like_a_stage_replaces_it() => RuleAssert.Finds("""
        //- api/Dockerfile
        FROM golang AS build
        FROM scratch
        COPY --from=build / /
        //- compose.yaml
        services:
          map:
            build:
              context: api
              additional_contexts:
                [|build|]: docker-image://x
          list:
            build: {context: api, additional_contexts: ["[|build|]=../x"]}
        """,
        "ContextReplacesStage Hint: This context takes the place of stage 'build' in api/Dockerfile: the stage itself is not run.",
        "ContextReplacesStage Hint: This context takes the place of stage 'build' in api/Dockerfile: the stage itself is not run.");

    [Fact]
    public void The_platform_of_a_context_does_not_matter_and_its_form_does() => RuleAssert.Only("ContextReplacesStage", """
        //- Dockerfile
        FROM golang AS build
        FROM scratch AS context
        //- compose.yaml
        services:
          web:
            build:
              context: .
              additional_contexts:
                [|build::linux/arm64|]: x
                docker.io/library/build:latest: x
                build:1: x
                context: x
                BUILD: x
        """,
        "This context takes the place of stage 'build' in Dockerfile: the stage itself is not run.");

    [Fact]
    public void A_context_by_whose_name_nothing_is_ever_sought_is_unused() => RuleAssert.Only("UnusedContext", """
        //- Dockerfile
        FROM golang AS build
        FROM docker.io/library/alpine:latest
        COPY --from=build / /
        //- compose.yaml
        services:
          web:
            build:
              context: .
              additional_contexts:
                [|alpine:latest|]: x
                [|docker.io/library/alpine|]: x
                [|Build|]: x
                [|Build::linux/arm64|]: x
                [|two words|]: x
                [|build-|]: x
        """,
        "BuildKit never finds the context 'alpine:latest': it looks for 'alpine'.",
        "BuildKit never finds the context 'docker.io/library/alpine': it looks for 'alpine'.",
        "BuildKit never finds the context 'Build': it looks for 'build'.",
        "BuildKit never finds the context 'Build': it looks for 'build'.",
        "BuildKit never finds the context 'two words': no stage and no image can be called so.",
        "BuildKit never finds the context 'build-': no stage and no image can be called so.");

    [Fact]
    public void A_context_that_nothing_refers_to_is_unused() => RuleAssert.Only("UnusedContext", """
        //- Dockerfile
        FROM golang:1.26 AS build
        FROM base
        COPY --from=copied / /
        RUN --mount=from=mounted,target=/x true
        ONBUILD COPY --from=triggered / /
        //- compose.yaml
        services:
          web:
            build:
              context: .
              additional_contexts:
                golang:1.26: x
                base: x
                copied: x
                mounted: x
                triggered: x
                build: x
                [|golang|]: x
                [|nothing|]: x
                [|other::linux/arm64|]: x
          list:
            build: {context: ., additional_contexts: ["copied=x", "[|none|]=x", "${NAME}=x"]}
        """,
        "Nothing in Dockerfile refers to the context 'golang'.",
        "Nothing in Dockerfile refers to the context 'nothing'.",
        "Nothing in Dockerfile refers to the context 'other'.",
        "Nothing in Dockerfile refers to the context 'none'.");

    [Theory]
    [InlineData("FROM $BASE")]
    [InlineData("ARG V=1\nFROM base-$V")]
    [InlineData("FROM a\nCOPY --from=$X / /")]
    [InlineData("FROM a\nCOPY --from=4 / /")]
    [InlineData("FROM ")]
    [InlineData("# syntax=docker/dockerfile:1\nFROM a", "docker/dockerfile:1")]
    [InlineData("# syntax=example.com/x\nFROM a")]
    [InlineData("FROM a", "scratch")]
    [InlineData("# syntax=example.com/x\nFROM a", "Not_A_Name")]
    public void What_is_not_sure_is_not_said(string dockerfile, string name = "base-2") => RuleAssert.Only(
        "UnusedContext", $"//- Dockerfile\n{dockerfile}\n//- compose.yaml\nservices: {{w: {{build: {{context: ., additional_contexts: {{\"{name}\": x}}}}}}}}");

    [Theory]
    [InlineData("{context: ., dockerfile: $DF, additional_contexts: {x: y}}")]
    [InlineData("{context: ., dockerfile: nosuch, additional_contexts: {x: y}}")]
    [InlineData("{context: 'https://github.com/a/b.git', additional_contexts: {x: y}}")]
    [InlineData("{context: ., dockerfile_inline: \"FROM x\", additional_contexts: {x: y}}")]
    public void Of_a_Dockerfile_that_is_not_known_nothing_is_said(string build) => RuleAssert.Only(
        "UnusedContext", $"//- Dockerfile\nFROM a\n//- compose.yaml\nservices: {{w: {{build: {build}}}}}");

    [Fact]
    public void A_context_may_be_there_for_a_file_laid_over_this_one() => RuleAssert.Only("UnusedContext", """
        //- Dockerfile
        FROM a
        //- dev.Dockerfile
        FROM shared
        //- compose.yaml
        services:
          w:
            build:
              context: .
              additional_contexts:
                shared: x
                [|unshared|]: x
        //- compose.override.yaml
        services: {w: {build: {dockerfile: dev.Dockerfile}}}
        """, "Nothing in Dockerfile refers to the context 'unshared'.");

    [Fact]
    public void A_context_that_several_services_share_is_told_of_once() => RuleAssert.Only("UnusedContext", """
        //- Dockerfile
        FROM a
        //- compose.yaml
        x-build: &build
          context: .
          additional_contexts: {[|shared|]: x}
        services:
          one: {build: *build}
          two: {build: {<<: *build, target: ""}}
        """, "Nothing in Dockerfile refers to the context 'shared'.");

    [Fact]
    public void An_edit_of_the_Dockerfile_that_nobody_has_saved_counts_also_through_a_file_laid_over()
    {
        var workspace = new MarkedWorkspace("""
            //- Dockerfile
            FROM a
            //- dev.Dockerfile
            FROM b
            //- compose.yaml
            services: {w: {build: {context: ., additional_contexts: {shared: x}}}}
            //- compose.override.yaml
            services: {w: {build: {dockerfile: dev.Dockerfile}}}
            """);
        var (changed, compose) = (workspace["dev.Dockerfile"].Path, workspace["compose.yaml"].Path);
        Assert.Contains("UnusedContext", Codes(workspace.Snapshot));
        Assert.Contains(compose, workspace.Snapshot.AffectedBy(changed));
        Assert.Contains(compose, workspace.Snapshot.AffectedBy(workspace["compose.override.yaml"].Path));
        Assert.Contains(changed, workspace.Snapshot.AffectedBy(compose));
        Assert.DoesNotContain("UnusedContext", Codes(workspace.Snapshot.With(new(changed, SourceText.From("FROM shared\n")))));

        IEnumerable<string> Codes(Core.Workspace.WorkspaceSnapshot snapshot) =>
            Diagnostics.Of(snapshot, compose, RuleSettings.Default).Select(found => found.Code);
    }
}
