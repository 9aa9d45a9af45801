namespace Dockstage.Core.Tests.Rules;

public sealed class FromArgumentsTests
{
    private const string Message = "FROM requires either one or three arguments";

    [Fact]
    public void Only_one_word_or_three_with_AS_between_are_right() => RuleAssert.Only("FromArguments", """
        FROM alpine
        FROM --platform=linux/amd64 alpine As a
        [|FROM|]
        FROM [|alpine AS|]
        FROM [|alpine # small|]
        FROM [|alpine AS a b|]
        FROM [|alpine --platform=linux/amd64|]
        FROM [|${X:-a b}|]
        FROM [|alpine is a|]
        """, Message, Message, Message, Message, Message, Message, Message);
}
