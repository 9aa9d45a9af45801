using Dockstage.Core.Messages;
using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

public sealed class TargetNotFoundTests
{
    [Fact]
    public void A_misspelt_target_is_reported_with_the_near_name() => RuleAssert.Finds("""
        //- go/Dockerfile
        FROM golang AS builder
        FROM alpine
        //- compose.yaml
        services:
          web:
            build:
              context: go
              target: [|bulider|]
        """, "TargetNotFound Error: go/Dockerfile has no stage named 'bulider'. Did you mean 'builder'?");

    [Fact]
    public void A_target_far_from_every_name_lists_the_names() => RuleAssert.Finds("""
        //- Dockerfile
        FROM golang AS develop
        FROM develop AS builder
        //- compose.yaml
        services:
          web:
            build: {context: ., target: "[|production|]"}
        """, "TargetNotFound Error: Dockerfile has no stage named 'production'. Its stages: develop, builder.");

    [Fact]
    public void A_dockerfile_without_names_says_so() => RuleAssert.Finds("""
        //- Dockerfile
        FROM golang
        //- compose.yaml
        services:
          web:
            build: {target: [|dev|]}
        """, "TargetNotFound Error: Dockerfile has no stage named 'dev': none of its stages has a name.");

    [Fact]
    public void An_index_is_told_of_by_another_rule() => RuleAssert.Only("TargetNotFound", """
        //- Dockerfile
        FROM golang AS develop
        //- compose.yaml
        services:
          web:
            build: {target: "0"}
        """);

    [Fact]
    public void An_index_that_the_tool_allows_must_exist() => RuleAssert.Only("TargetNotFound", """
        //- Dockerfile
        FROM golang AS develop
        FROM alpine
        //- a/Dockerfile
        FROM golang AS develop
        //- podman.json
        {"target": "1"}
        //- a/podman.json
        {"target": "[|1|]"}
        """, "Dockerfile has no stage named '1'. Its stages: develop.");

    [Fact]
    public void Letter_case_an_empty_target_and_variables_are_fine() => RuleAssert.Finds("""
        //- Dockerfile
        FROM golang AS develop
        //- compose.yaml
        services:
          a:
            build: {target: DEVELOP}
          b:
            build: {target: ""}
          c:
            build: {target: "${STAGE}"}
          d:
            build: {target: }
        """);

    [Fact]
    public void Remote_contexts_are_left_alone() => RuleAssert.Finds("""
        //- Dockerfile
        FROM golang AS develop
        //- compose.yaml
        services:
          a:
            build: {context: "https://github.com/x/y.git", target: prod}
        """);

    [Fact]
    public void A_dockerfile_read_by_a_foreign_front_end_is_left_alone() => RuleAssert.Finds("""
        //- Dockerfile
        # syntax=example.com/own/frontend:1
        FROM golang AS develop
        //- compose.yaml
        services:
          web:
            build: {target: prod}
        """);

    [Fact]
    public void The_stage_that_was_meant_is_a_related_place()
    {
        var workspace = new MarkedWorkspace("""
            //- Dockerfile
            FROM golang AS [|builder|]
            //- compose.yaml
            services:
              web:
                build: {target: bulider}
            """);
        var related = Assert.Single(Assert.Single(
            Diagnostics.Of(workspace.Snapshot, workspace["compose.yaml"].Path, RuleSettings.Default)).Related);
        Assert.Equal(workspace["Dockerfile"].Path, related.Path);
        Assert.Equal(workspace["Dockerfile"].Spans.Single(), related.Span);
        Assert.Equal("здесь объявлена стадия «builder»", related.Message.In(Language.Russian));
    }
}
