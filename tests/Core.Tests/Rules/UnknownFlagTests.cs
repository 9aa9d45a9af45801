namespace Dockstage.Core.Tests.Rules;

public sealed class UnknownFlagTests
{
    private const string Rule = "UnknownFlag";

    [Fact]
    public void A_flag_that_the_instruction_has_not_is_unknown_and_the_nearest_is_suggested() => RuleAssert.Only(Rule, """
        FROM [|--plattform|]=linux/amd64 alpine AS build
        COPY [|--form|]=build a b
        COPY [|--FROM|]=build a b
        ADD [|--from|]=build a b
        RUN [|--mout|]=type=cache,target=/x true
        WORKDIR [|--foo|]=1 /a
        ENTRYPOINT [|--interval|] x
        """,
        "unknown flag: --plattform (did you mean platform?)",
        "unknown flag: --form (did you mean from?)",
        "unknown flag: --FROM",
        "unknown flag: --from",
        "unknown flag: --mout (did you mean mount?)",
        "unknown flag: --foo",
        "unknown flag: --interval");

    [Fact]
    public void Flags_of_the_instruction_and_those_that_nobody_checks_are_fine() => RuleAssert.Only(Rule, """
        FROM --platform=linux/amd64 alpine AS build
        ARG --x=1 A
        STOPSIGNAL --x 9
        HEALTHCHECK --what NONE
        COPY -form=build --parents --exclude=x -- --a b
        RUN echo --flag
        """);

    [Fact]
    public void Flags_behind_a_continuation_and_behind_letters_outside_ASCII_have_their_place() => RuleAssert.Only(Rule, """
        FROM alpine
        # 🚀 comment
        COPY --chown=🚀 \
          # between
          [|--fröm|]=a b c
        """, "unknown flag: --frÃ¶m (did you mean from?)");

    [Fact]
    public void Under_ONBUILD_it_counts_once_a_stage_is_built_on_it() => RuleAssert.Only(Rule, """
        FROM alpine AS base
        ONBUILD COPY [|--nope|] a b
        FROM base
        FROM base
        FROM alpine AS alone
        ONBUILD COPY --nope a b
        ONBUILD [|--x|] RUN a
        """, "unknown flag: --nope", "unknown flag: --x");
}
