namespace Dockstage.Core.Tests.Rules;

public sealed class ReservedStageNameTests
{
    [Fact]
    public void Scratch_and_context_are_reserved() => RuleAssert.Only("ReservedStageName", """
        FROM alpine AS [|context|]
        FROM alpine AS [|Scratch|]
        FROM scratch AS contexts
        """,
        "Stage name should not use the same name as reserved stage \"context\"",
        "Stage name should not use the same name as reserved stage \"scratch\"");
}
