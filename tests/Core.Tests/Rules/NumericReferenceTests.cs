namespace Dockstage.Core.Tests.Rules;

/// <summary>The rules about numbers where a stage is named: <c>NumericStageReference</c>, <c>NumericMountSource</c>, <c>NumericTarget</c>.</summary>
public sealed class NumericReferenceTests
{
    [Fact]
    public void An_index_in_COPY_is_a_hint() => RuleAssert.Finds("""
        FROM golang AS build
        FROM alpine
        FROM scratch
        COPY --from=[|0|] /a /a
        COPY --link --from="[|01|]" /a /a
        COPY --from=[|+1|] /a /a
        """,
        "NumericStageReference Hint: Stage 0 is named by its index, which changes when stages are added or removed. Its name 'build' would stay right.",
        "NumericStageReference Hint: Stage 1 is named by its index, which changes when stages are added or removed. A name would stay right.",
        "NumericStageReference Hint: Stage 1 is named by its index, which changes when stages are added or removed. A name would stay right.");

    [Fact]
    public void Under_ONBUILD_it_means_a_stage_of_the_child() => RuleAssert.Only("NumericStageReference", """
        FROM golang AS build
        FROM alpine AS base
        ONBUILD COPY --from=[|0|] /a /a
        FROM base
        FROM alpine AS other
        ONBUILD COPY --from=0 /a /a
        """, "Stage 0 is named by its index, which changes when stages are added or removed. Its name 'build' would stay right.");

    [Fact]
    public void What_is_no_index_of_a_stage_is_another_matter() => RuleAssert.Only("NumericStageReference", """
        FROM golang AS build
        FROM 0
        COPY --from=7 /a /a
        COPY --from=-1 /a /a
        COPY --from=0x /a /a
        COPY --from=99999999999999999999 /a /a
        RUN --mount=from=0,target=/x true
        """);

    [Fact]
    public void A_number_in_a_mount_is_an_image() => RuleAssert.Only("NumericMountSource", """
        FROM golang AS Build
        FROM alpine
        RUN --mount=type=bind,from=[|0|],target=/x --mount=type=cache,"from=[|1|]",target=/y \
          true
        ONBUILD RUN --mount=from=[|7|],target=/x true
        COPY --from=0 /a /a
        RUN --mount=type=secret,from=0,id=a true
        RUN --mount=from=0.1,target=/x --mount=from=library/0,target=/y true
        """,
        "In a mount '0' is the name of an image, not the index of a stage. Stage 0 is named 'build'.",
        "In a mount '1' is the name of an image, not the index of a stage.",
        "In a mount '7' is the name of an image, not the index of a stage.");

    [Fact]
    public void A_named_context_may_be_called_by_a_number() => RuleAssert.Only("NumericMountSource", """
        //- Dockerfile
        FROM alpine
        RUN --mount=from=0,target=/x true
        //- compose.yaml
        services: {web: {build: {context: ., additional_contexts: {"0": x}}}}
        """);

    [Fact]
    public void A_number_is_no_target_for_BuildKit() => RuleAssert.Finds("""
        //- Dockerfile
        FROM golang AS develop
        FROM alpine
        //- compose.yaml
        services:
          a:
            build: {target: "[|0|]"}
          b:
            build: {context: ., target: [|01|]}
          c:
            build:
              target: '[|7|]'
          d:
            build: {target: "${N}"}
          e:
            build: {context: "https://github.com/x/y.git", target: "0"}
        """,
        "NumericTarget Error: '0' is no stage of Dockerfile: a target is found by its name, never by its index. Stage 0 is named 'develop'.",
        "NumericTarget Error: '01' is no stage of Dockerfile: a target is found by its name, never by its index.",
        "NumericTarget Error: '7' is no stage of Dockerfile: a target is found by its name, never by its index.");

    [Fact]
    public void Tools_that_take_an_index_are_left_alone() => RuleAssert.Only("NumericTarget", """
        //- Dockerfile
        FROM golang AS develop
        //- podman.json
        {"target": "0"}
        //- devcontainer.json
        {"target": "[|0|]"}
        """, "'0' is no stage of Dockerfile: a target is found by its name, never by its index. Stage 0 is named 'develop'.");

    [Fact]
    public void A_foreign_front_end_may_take_numbers() => RuleAssert.Finds("""
        //- Dockerfile
        # syntax=example.com/own/frontend:1
        FROM golang AS develop
        RUN --mount=from=0,target=/x true
        COPY --from=0 /a /a
        //- compose.yaml
        services: {web: {build: {target: "0"}}}
        """);
}
