namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class AddStageForVariableTests
{
    [Fact]
    public void A_stage_on_the_variable_comes_above_and_is_named() => FixAssert.Fixes("VariableInFrom", """
        ARG TOOLS_IMAGE=busybox:1
        FROM golang AS build
        RUN true

        # final is what runs
        FROM alpine
        COPY --from=build /a /a
        COPY --from=[|${TOOLS_IMAGE}|] /b /b
        COPY --from="${TOOLS_IMAGE}" /c /c
        """, """
        ARG TOOLS_IMAGE=busybox:1
        FROM golang AS build
        RUN true

        FROM ${TOOLS_IMAGE} AS tools_image

        # final is what runs
        FROM alpine
        COPY --from=build /a /a
        COPY --from=tools_image /b /b
        COPY --from="tools_image" /c /c
        """);

    [Fact]
    public void A_variable_of_the_stage_is_declared_above_the_first_FROM_and_indexes_follow_their_stages() => FixAssert.Fixes("VariableInFrom", """
        from alpine
        from debian
        arg V=1.2
        copy --from=0 /z /z
        run --mount=from=[|ghcr.io/acme/tool:$V|],target=/x true
        from scratch
        copy --from=1 /y /y
        """, """
        arg V=1.2
        from alpine
        from ghcr.io/acme/tool:$V as tool

        from debian
        arg V=1.2
        copy --from=0 /z /z
        run --mount=from=tool,target=/x true
        from scratch
        copy --from=2 /y /y
        """);

    [Fact]
    public void In_the_first_stage_both_lines_come_at_one_place() => FixAssert.Fixes(
        "VariableInFrom",
        "\uFEFF# syntax=docker/dockerfile:1\nFROM alpine\nARG IMG=x\nCOPY --from=[|$IMG|] /a /b\n",
        "\uFEFF# syntax=docker/dockerfile:1\nARG IMG=x\nFROM $IMG AS img\n\nFROM alpine\nARG IMG=x\nCOPY --from=img /a /b\n");

    [Fact]
    public void Automatic_variables_need_no_ARG() => FixAssert.Fixes(
        "VariableInFrom", "FROM alpine\nCOPY --from=[|tools-$TARGETARCH|] /a /b\n", "FROM tools-$TARGETARCH AS tools\n\nFROM alpine\nCOPY --from=tools /a /b\n");

    [Theory]
    [InlineData("FROM alpine\nENV IMG=x\nCOPY --from=[|$IMG|] /a /b\n")]
    [InlineData("FROM alpine\nARG X=1\nARG IMG=y$X\nCOPY --from=[|$IMG|] /a /b\n")]
    public void A_value_that_only_the_stage_has_cannot_be_had(string markup) => FixAssert.Offers("VariableInFrom", markup);

    [Fact]
    public void It_is_what_BuildKit_advises_but_not_done_unseen() => FixAssert.Offers(
        "VariableInFrom", "ARG IMG=x\nFROM alpine\nCOPY --from=[|$IMG|] /a /b\n", "*Add a stage 'img' for it and copy from there");
}
