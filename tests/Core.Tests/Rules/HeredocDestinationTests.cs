namespace Dockstage.Core.Tests.Rules;

public sealed class HeredocDestinationTests
{
    private const string Rule = "HeredocDestination";

    [Fact]
    public void The_last_argument_is_no_heredoc() => RuleAssert.Only(Rule, """
        FROM alpine
        COPY <<A [|<<B|]
        a
        A
        b
        B
        ADD a [|<<C|]
        C
        COPY <<D /d
        D
        """, "COPY cannot accept a heredoc as a destination", "ADD cannot accept a heredoc as a destination");
}
