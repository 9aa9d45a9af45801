namespace Dockstage.Core.Tests.Rules;

public sealed class InvalidArgumentTests
{
    private const string Rule = "InvalidArgument";

    [Fact]
    public void What_BuildKit_refuses_when_it_reads_the_file() => RuleAssert.Only(Rule, """
        ARG A [|=|] b
        FROM alpine
        ENV A=1 [|B|] C=🚀 [|D\
        E|]
        LABEL [|=x|]
        RUN [|["a", 1]|]
        SHELL [|sh -c|]
        HEALTHCHECK [|exec|] x
        VOLUME ["/x", [|""|]]
        VOLUME ["/a", [|" "|]]
        CMD ["a", x]
        """,
        "ARG names can not be blank",
        "Syntax error - can't find = in \"B\". Must be of the form: name=value",
        "Syntax error - can't find = in \"DE\". Must be of the form: name=value",
        "LABEL names can not be blank",
        "when using JSON array syntax, arrays must be comprised of strings only",
        "SHELL requires the arguments to be in JSON form",
        "Unknown type \"EXEC\" in HEALTHCHECK (try CMD)",
        "VOLUME specified can not be an empty string",
        "VOLUME specified can not be an empty string");

    [Fact]
    public void What_BuildKit_refuses_when_it_runs_the_instruction() => RuleAssert.Only(Rule, """
        FROM alpine
        ARG EMPTY=
        ARG PORT=http
        STOPSIGNAL [|TERM KILL|]
        STOPSIGNAL sigusr1
        STOPSIGNAL [|0|]
        STOPSIGNAL SIG$UNKNOWN
        EXPOSE 80 [|$PORT|] [|100-90|]
        EXPOSE [|80/http|] [|/tcp|] 8080:80/udp [|a:80|] $UNKNOWN 1-65535
        VOLUME [|$EMPTY|]
        COPY [|https://example.com/a|] /b
        COPY [|https://example.com/a.git#main|] /b
        """,
        "invalid signal: TERM KILL",
        "invalid signal: 0",
        "invalid containerPort: http",
        "invalid containerPort: 100-90",
        "invalid port: \"80/http\": invalid proto: http",
        "invalid port: \"/tcp\": no port specified",
        "invalid hostPort: a",
        "VOLUME specified can not be an empty string",
        "source can't be a URL for COPY",
        "source can't be a git ref for COPY");

    [Fact]
    public void What_ONBUILD_brings_is_marked_where_it_is_written() => RuleAssert.Only(Rule, """
        FROM alpine AS base
        ONBUILD EXPOSE [|http|]
        FROM base
        FROM base
        FROM alpine AS alone
        ONBUILD EXPOSE http
        """, "invalid containerPort: http");
}
