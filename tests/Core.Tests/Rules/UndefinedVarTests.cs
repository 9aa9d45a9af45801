namespace Dockstage.Core.Tests.Rules;

public sealed class UndefinedVarTests
{
    private const string Rule = "UndefinedVar";

    [Fact]
    public void On_an_empty_image_every_unknown_variable_is_undefined() => RuleAssert.Only(Rule, """
        FROM scratch
        ARG KNOWN
        WORKDIR /$KNOWN/$[|NOWHERE|]
        COPY $[|NOWHERE|] ${[|OTHER|]:-x}
        RUN echo $NOWHERE
        EXPOSE $NOWHERE
        """,
        "Usage of undefined variable '$NOWHERE'",
        "Usage of undefined variable '$NOWHERE'",
        "Usage of undefined variable '$OTHER'");

    [Fact]
    public void Over_an_image_an_argument_that_the_stage_does_not_ask_for_is_reported() => RuleAssert.Only(Rule, """
        ARG VERSION=1
        FROM alpine AS a
        WORKDIR /$[|VERSION|]/$[|TARGETARCH|]/$LANG
        FROM alpine
        ARG VERSION
        ARG TARGETARCH
        WORKDIR /$VERSION/$TARGETARCH
        """,
        "Usage of undefined variable '$VERSION'",
        "Usage of undefined variable '$TARGETARCH'");

    [Fact]
    public void Over_an_image_a_name_that_is_nearly_right_is_reported() => RuleAssert.Only(Rule, """
        FROM alpine
        ENV APP_HOME=/app
        WORKDIR $[|APP_HOEM|]
        ENV PATH=$[|PAHT|]:/app
        """,
        "Usage of undefined variable '$APP_HOEM' (did you mean $APP_HOME?)",
        "Usage of undefined variable '$PAHT' (did you mean $PATH?)");
}
