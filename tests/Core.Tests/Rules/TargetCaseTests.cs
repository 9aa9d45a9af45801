namespace Dockstage.Core.Tests.Rules;

public sealed class TargetCaseTests
{
    [Fact]
    public void Letter_case_counts_where_the_tool_compares_exactly() => RuleAssert.Only("TargetCase", """
        //- Dockerfile
        FROM golang AS Develop
        FROM scratch
        //- devcontainer.json
        {"target": "[|develop|]"}
        //- podman.json
        {"target": "[|DEVELOP|]"}
        //- compose.yaml
        services: {web: {build: {context: ., target: DEVELOP}}}
        """,
        "The stage is written 'Develop', and the tool that builds this compares letter case: it does not find 'develop'.",
        "The stage is written 'Develop', and the tool that builds this compares letter case: it does not find 'DEVELOP'.");

    [Fact]
    public void The_name_as_it_is_written_is_fine_and_so_is_another_stage_of_that_spelling() => RuleAssert.Only("TargetCase", """
        //- Dockerfile
        FROM golang AS Develop
        FROM scratch AS develop
        //- devcontainer.json
        {"target": "Develop"}
        //- podman.json
        {"target": "1"}
        """);

    [Theory]
    [InlineData("")]
    [InlineData("nosuch")]
    public void No_target_and_an_unknown_one_are_another_matter(string target) => RuleAssert.Only(
        "TargetCase", $"//- Dockerfile\nFROM golang AS Develop\n//- devcontainer.json\n{{\"target\": \"{target}\"}}");
}
