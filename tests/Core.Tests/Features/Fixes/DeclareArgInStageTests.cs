namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class DeclareArgInStageTests
{
    [Fact]
    public void The_stage_asks_for_the_variable_right_above_the_instruction_and_its_comments() => FixAssert.Fixes("UndefinedVar", """
        ARG VERSION=1
        FROM alpine
        RUN true
        # Where it lives.
        # Docker makes it.
          workdir /app-$[|VERSION|]
        """, """
        ARG VERSION=1
        FROM alpine
        RUN true
          arg VERSION
        # Where it lives.
        # Docker makes it.
          workdir /app-$VERSION
        """);

    [Fact]
    public void Automatic_variables_are_asked_for_too() => FixAssert.Fixes(
        "UndefinedVar", "FROM alpine\nCOPY bin-${[|TARGETARCH|]:-x} \\\n  /bin/\n", "FROM alpine\nARG TARGETARCH\nCOPY bin-${TARGETARCH:-x} \\\n  /bin/\n");

    [Fact]
    public void It_is_what_is_meant_but_changes_what_is_built() => FixAssert.Offers(
        "UndefinedVar", "ARG V=1\nFROM alpine\nWORKDIR /$[|V|]\n", "*Add ARG V to this stage");

    [Fact]
    public void A_misspelt_variable_from_above_is_corrected_and_asked_for() => FixAssert.Fixes(
        "UndefinedVar", "ARG VERSION=1\nFROM alpine\nWORKDIR /${[|VERSOIN|]}\n", "ARG VERSION=1\nFROM alpine\nARG VERSION\nWORKDIR /${VERSION}\n");

    [Fact]
    public void A_misspelt_variable_of_the_stage_is_only_corrected() => FixAssert.Fixes(
        "UndefinedVar",
        "ARG VERSION=1\nFROM alpine\nARG VERSION\nWORKDIR /${[|VERSOIN|]}\n",
        "ARG VERSION=1\nFROM alpine\nARG VERSION\nWORKDIR /${VERSION}\n");
}
