namespace Dockstage.Core.Tests.Rules;

public sealed class NoEmptyContinuationTests
{
    [Fact]
    public void A_blank_line_is_reported_once_for_each_instruction_and_a_comment_line_is_fine() => RuleAssert.Only("NoEmptyContinuation", """
        FROM alpine
        RUN a \
        [|  |]
          b \

          c
        RUN a \
        # fine
          b
        """, "Empty continuation line");
}
