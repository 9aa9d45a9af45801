namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class UseSuggestionTests
{
    [Theory]
    [InlineData("{[|alpine:latest|]: ./a}", "{alpine: ./a}")]
    [InlineData("{\"[|docker.io/library/alpine|]\": ./a}", "{\"alpine\": ./a}")]
    [InlineData("['[|Build|]=./a']", "['build=./a']")]
    [InlineData("{[|Null|]: ./a}", "{\"null\": ./a}")]
    public void The_name_by_which_BuildKit_looks_takes_the_place_of_a_context_that_is_never_found(string contexts, string expected)
    {
        const string Project = "//- Dockerfile\nFROM alpine AS build\nFROM build AS null\nCOPY --from=build / /\n//- compose.yaml\nservices: {web: {build: {context: ., additional_contexts: ";
        FixAssert.Fixes("UnusedContext", $"{Project}{contexts}}}}}}}\n", $"{Project}{expected}}}}}}}\n");
    }

    [Fact]
    public void A_context_that_nothing_would_take_by_its_right_name_either_is_not_renamed() => FixAssert.Offers(
        "UnusedContext", "//- Dockerfile\nFROM alpine\n//- compose.yaml\nservices: {web: {build: {context: ., additional_contexts: {[|Other|]: ./a}}}}\n");

    [Fact]
    public void A_near_target_takes_the_place_of_a_misspelt_one_inside_its_quotes() => FixAssert.Fixes("TargetNotFound", """
        //- Dockerfile
        FROM golang:1.26 AS builder
        FROM scratch
        //- compose.yaml
        services:
          web:
            build:
              context: .
              target: "[|bulider|]" # the compiler
        """, """
        //- Dockerfile
        FROM golang:1.26 AS builder
        FROM scratch
        //- compose.yaml
        services:
          web:
            build:
              context: .
              target: "builder" # the compiler
        """);

    [Fact]
    public void A_word_that_YAML_would_not_take_for_text_is_quoted() => FixAssert.Fixes("TargetNotFound", """
        //- Dockerfile
        FROM golang:1.26 AS true
        FROM scratch
        //- compose.yaml
        services:
          web: {build: {context: ., target: [|ture|]}}
        """, """
        //- Dockerfile
        FROM golang:1.26 AS true
        FROM scratch
        //- compose.yaml
        services:
          web: {build: {context: ., target: "true"}}
        """);

    [Fact]
    public void A_near_instruction_takes_the_place_of_a_misspelt_one() => FixAssert.Fixes(
        "UnknownInstruction", "\uFEFFFROM alpine\n  [|runn|] echo \\\n  hi\n", "\uFEFFFROM alpine\n  run echo \\\n  hi\n");

    [Fact]
    public void As_takes_the_letter_case_of_its_FROM() => FixAssert.Fixes(
        "FromAsCasing", "FROM alpine \\\n# the base\n  [|as|] a\n", "FROM alpine \\\n# the base\n  AS a\n");

    [Fact]
    public void An_instruction_takes_the_letter_case_of_the_majority() => FixAssert.Fixes(
        "ConsistentInstructionCasing", "FROM alpine\n[|Copy|] <<run /x\nrun\nRUN true\n", "FROM alpine\nCOPY <<run /x\nrun\nRUN true\n");

    [Theory]
    [InlineData("ConsistentInstructionCasing", "FROM alpine\n[|run|] true\n", "**Change to 'RUN'")]
    [InlineData("FromAsCasing", "FROM alpine [|as|] a\n", "**Change to 'AS'")]
    [InlineData("UnknownInstruction", "FROM alpine\n[|RUNN|] true\n", "*Change to 'RUN'")]
    public void Only_another_letter_case_is_applied_unseen(string code, string markup, string title) => FixAssert.Offers(code, markup, title);

    [Fact]
    public void Where_nothing_is_near_nothing_is_offered() => FixAssert.Offers("UnknownInstruction", "FROM alpine\n[|FETCH|] x\n");

    [Fact]
    public void A_protocol_becomes_small() => FixAssert.Fixes("ExposeProtoCasing", "FROM alpine\nEXPOSE 80 [|53/UDP|]\n", "FROM alpine\nEXPOSE 80 53/udp\n");

    [Fact]
    public void A_near_variable_takes_the_place_of_a_misspelt_one() => FixAssert.Fixes(
        "UndefinedArgInFrom", "ARG VERSION=1\nFROM alpine:${[|VERSOIN|]:-2}\n", "ARG VERSION=1\nFROM alpine:${VERSION:-2}\n");

    [Fact]
    public void A_line_that_is_no_instruction_keeps_its_letters() => FixAssert.Offers(
        "ConsistentInstructionCasing", "FROM alpine\nRUN it's <<EOF\n[|echo|] 1\nEOF\n");

    [Theory]
    [InlineData("COPY --from=[|bulid|] /a /a", "COPY --from=build /a /a")]
    [InlineData("COPY --from=\"[|bulid|]\" /a \\\n /a", "COPY --from=\"build\" /a \\\n /a")]
    [InlineData("RUN --mount=type=bind,from=[|bulid|],target=/x true", "RUN --mount=type=bind,from=build,target=/x true")]
    public void The_stage_that_was_meant_stands_where_a_near_miss_stood(string before, string after) => FixAssert.Fixes(
        "UnknownStage", $"FROM golang AS Build\nFROM alpine\n{before}\n", $"FROM golang AS Build\nFROM alpine\n{after}\n");

    [Fact]
    public void A_target_gets_the_letter_case_of_its_stage() => FixAssert.Fixes("TargetCase", """
        //- Dockerfile
        FROM golang AS Develop
        FROM scratch
        //- devcontainer.json
        {"target": "[|develop|]"}
        """, """
        //- Dockerfile
        FROM golang AS Develop
        FROM scratch
        //- devcontainer.json
        {"target": "Develop"}
        """);

    [Theory]
    [InlineData("[|./go-docker:latest|]", "go-docker:latest")]
    [InlineData("\"[|ghcr.io/Acme/Web:V1|]\"", "\"ghcr.io/acme/web:V1\"")]
    public void An_image_gets_a_name_that_Docker_takes(string before, string after) => FixAssert.Fixes(
        "InvalidImageReference",
        $"//- Dockerfile\nFROM a\n//- compose.yaml\nservices:\n  web:\n    image: {before}\n    build: .\n",
        $"//- Dockerfile\nFROM a\n//- compose.yaml\nservices:\n  web:\n    image: {after}\n    build: .\n");

    [Fact]
    public void The_name_of_an_image_is_not_changed_unseen() => FixAssert.Offers(
        "InvalidImageReference",
        "//- Dockerfile\nFROM a\n//- compose.yaml\nservices:\n  web: {build: ., image: [|Web|]}\n", "*Change to 'web'");

    [Theory]
    [InlineData("UnknownFlag", "FROM alpine AS a\nFROM alpine\nCOPY [|--form|]=a /x /x\n", "FROM alpine AS a\nFROM alpine\nCOPY --from=a /x /x\n")]
    [InlineData("UnknownFlag", "FROM alpine AS a\nFROM alpine\nCOPY [|--FROM|]=a /x /x\n", "FROM alpine AS a\nFROM alpine\nCOPY --from=a /x /x\n")]
    [InlineData("UnknownInstruction", "FROM alpine\n[|cpoy|] a b\n", "FROM alpine\ncopy a b\n")]
    [InlineData("InvalidMount", "FROM alpine\nRUN --mount=type=cache,[|taget|]=/x true\n", "FROM alpine\nRUN --mount=type=cache,target=/x true\n")]
    [InlineData("InvalidMount", "FROM alpine\nRUN --mount=type=[|cach|],target=/x true\n", "FROM alpine\nRUN --mount=type=cache,target=/x true\n")]
    [InlineData("InvalidBaseName", "FROM alpine AS build\nFROM alpine\nCOPY --from=[|Biuld|] /x /x\n", "FROM alpine AS build\nFROM alpine\nCOPY --from=build /x /x\n")]
    public void What_BuildKit_refuses_is_put_right_where_it_is_sure_what_was_meant(string code, string before, string after) =>
        FixAssert.Fixes(code, before, after);

    [Theory]
    [InlineData("UnknownInstruction", "FROM alpine\n[|EOF|]\n")]
    [InlineData("UnknownFlag", "FROM alpine\nCOPY [|--nothing-like-it|] a b\n")]
    [InlineData("InvalidBaseName", "FROM alpine AS a\nFROM alpine\nCOPY --from=[|BAD|] /x /x\n")]
    public void Where_it_is_not_nothing_is_offered(string code, string markup) => FixAssert.Offers(code, markup);
}
