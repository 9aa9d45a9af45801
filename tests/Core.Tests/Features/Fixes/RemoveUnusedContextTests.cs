namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class RemoveUnusedContextTests
{
    [Theory]
    [InlineData("a: ../a", "[|b|]: ../b")]
    [InlineData("a: ../a", "\"[|b|]\": ../b # remark")]
    [InlineData("- a=../a", "- [|b|]=../b")]
    [InlineData("- 'a=../a'", "- '[|b|]=../b'")]
    public void The_line_goes(string used, string unused)
    {
        FixAssert.Fixes("UnusedContext", Project($"{used}\n          {unused}"), Project(used));
        FixAssert.Fixes("UnusedContext", Project($"{unused}\n          {used}"), Project(used));
    }

    [Fact]
    public void It_is_offered_and_not_preferred() => FixAssert.Offers("UnusedContext", Project("a: ../a\n          [|b|]: ../b"), "Remove b");

    [Theory]
    [InlineData("[|b|]: ../b")]
    [InlineData("- [|b|]=../b")]
    [InlineData("{a: ../a, [|b|]: ../b}")]
    [InlineData("a: ../a\n          [|b|]: &path ../b")]
    [InlineData("a: ../a\n          [|b|]:\n            ../b")]
    [InlineData("a: ../a\n          [|b|]: ../b\n            c")]
    public void What_is_no_line_of_its_own_among_others_stays(string contexts) => FixAssert.Offers("UnusedContext", Project(contexts));

    private static string Project(string contexts) => $"""
        //- Dockerfile
        FROM alpine
        COPY --from=a / /
        //- compose.yaml
        services:
          web:
            build:
              context: .
              additional_contexts:
                {contexts.Replace("          ", "        ", StringComparison.Ordinal)}
          other: {"{"}build: .{"}"}
        """;
}
