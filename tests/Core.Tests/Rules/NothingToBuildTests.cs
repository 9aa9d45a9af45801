namespace Dockstage.Core.Tests.Rules;

/// <summary>EmptyDockerfile, NoStages, InstructionBeforeFrom: files in which there is nothing to build.</summary>
public sealed class NothingToBuildTests
{
    [Fact]
    public void A_file_without_a_byte_is_empty() => RuleAssert.Finds(
        "//- Dockerfile\n[||]", "EmptyDockerfile Error: the Dockerfile cannot be empty");

    [Fact]
    public void Comments_and_blank_lines_are_no_instructions() => RuleAssert.Finds("""
        [||]# escape=`

        # nothing
        """, "EmptyDockerfile Error: file with no instructions");

    [Fact]
    public void Arguments_alone_are_no_stage() => RuleAssert.Finds("""
        ARG A=1
        [|ARG B=2|]
        """, "NoStages Error: dockerfile contains no stages to build");

    [Fact]
    public void Only_ARG_may_stand_above_the_first_FROM() => RuleAssert.Finds("""
        ARG A=1
        [|RUN|] a
        [|COPY|] . .
        FROM alpine
        RUN b
        """,
        "InstructionBeforeFrom Error: no build stage in current context",
        "InstructionBeforeFrom Error: no build stage in current context");
}
