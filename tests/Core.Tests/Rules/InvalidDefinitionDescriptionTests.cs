namespace Dockstage.Core.Tests.Rules;

public sealed class InvalidDefinitionDescriptionTests
{
    private const string Rule = "InvalidDefinitionDescription";

    [Fact]
    public void It_is_off_unless_it_is_turned_on() => RuleAssert.Only(Rule, """
        # compiles
        FROM alpine AS build
        """);

    [Fact]
    public void The_last_comment_begins_with_the_name() => RuleAssert.Only(Rule, """
        # check=experimental=all
        # VERSION of the image
        ARG VERSION
        # note
        [|ARG OTHER=1|]
        # note
        [|ARG A B|]
        # build compiles
        FROM alpine AS build
        # compiles
        # build it is
        FROM alpine AS build
        # build it is
        # compiles
        [|FROM alpine AS build|]
        # compiles
        FROM alpine
        # compiles
        #
        FROM alpine AS build
        """,
        "Comment for ARG should follow the format: `# OTHER <description>`",
        "Comment for ARG should follow the format: `# <arg_key> <description>`",
        "Comment for FROM should follow the format: `# build <description>`");

    [Fact]
    public void Skip_has_no_power_over_it() => RuleAssert.Only(Rule, """
        # check=skip=InvalidDefinitionDescription;experimental=InvalidDefinitionDescription
        # note
        [|ARG A|]
        FROM alpine
        """, "Comment for ARG should follow the format: `# A <description>`");
}
