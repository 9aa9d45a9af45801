namespace Dockstage.Core.Tests.Rules;

public sealed class ArgumentCountTests
{
    private const string Rule = "ArgumentCount";

    [Fact]
    public void Too_few_arguments_are_told_at_the_instruction() => RuleAssert.Only(Rule, """
        FROM alpine
        [|COPY|] a
        [|ADD|]
        [|WORKDIR|]
        [|user|]
        [|STOPSIGNAL|]
        [|MAINTAINER|]
        [|EXPOSE|]
        [|VOLUME|] []
        [|ENV|]
        [|LABEL|]
        [|ARG|]
        [|ONBUILD|]
        [|SHELL|] []
        [|HEALTHCHECK|]
        HEALTHCHECK [|CMD|]
        HEALTHCHECK NONE [|x|]
        ENV [|A|]
        RUN
        CMD
        """,
        "COPY requires at least two arguments, but only one was provided. Destination could not be determined",
        "ADD requires at least two arguments, but only one was provided. Destination could not be determined",
        "WORKDIR requires exactly one argument",
        "USER requires exactly one argument",
        "STOPSIGNAL requires exactly one argument",
        "MAINTAINER requires exactly one argument",
        "EXPOSE requires at least one argument",
        "VOLUME requires at least one argument",
        "ENV requires at least one argument",
        "LABEL requires at least one argument",
        "ARG requires at least one argument",
        "ONBUILD requires at least one argument",
        "SHELL requires at least one argument",
        "HEALTHCHECK requires at least one argument",
        "Missing command after HEALTHCHECK CMD",
        "HEALTHCHECK NONE takes no arguments",
        "ENV must have two arguments");

    [Fact]
    public void Under_ONBUILD_some_are_seen_at_once_and_others_when_a_stage_is_built_on_it() => RuleAssert.Only(Rule, """
        FROM alpine
        ONBUILD ENV [|A|]
        ONBUILD COPY a
        FROM alpine AS base
        ONBUILD ENV [|A|]
        ONBUILD [|COPY|] a
        FROM base
        """,
        "ENV must have two arguments",
        "ENV must have two arguments",
        "COPY requires at least two arguments, but only one was provided. Destination could not be determined");
}
