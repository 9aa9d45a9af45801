using Dockstage.Core.Consumers.Compose;
using Dockstage.Core.Documents;

namespace Dockstage.Core.Tests.Consumers;

/// <summary>Files of variables. The mark is the value of A, where it can be edited.</summary>
public sealed class DotEnvTests
{
    [Theory]
    [InlineData("A=[|b|]", "b")]
    [InlineData("A: [|b|]", "b")]
    [InlineData("export A=[|b c|]  # why", "b c")]
    [InlineData("  A = [|b|]  ", "b")]
    [InlineData("A=[|b#c|]", "b#c")]
    [InlineData("A='[|b $C|]'", "b $C")]
    [InlineData("A=\"[|b|]\" # why", "b")]
    [InlineData("A=\"b\\tc\\$d\"", "b\tc$d")]
    [InlineData("A=\"[|b\nc|]\"", "b\nc")]
    [InlineData("B=x\nA=${B}-y", "x-y")]
    [InlineData("B=x\nA=${C:-z}", "z")]
    [InlineData("B=x\nA='[|${B}|]'", "${B}")]
    [InlineData("A=old\nA=[|new|]", "new")]
    [InlineData("A=[||]", "")]
    [InlineData("# A=no\n\n\uFEFFB\nA=[|b|]", "b")]
    [InlineData("!oops\nA=[|b|]", "b")]
    [InlineData("B=\"open\nA=[|b|]", "b")]
    [InlineData("B", null)]
    [InlineData("A", null)]
    [InlineData("A B=c", null)]
    [InlineData("", null)]
    public void A_value_is_read_and_found_again(string marked, string? expected)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            var file = Markup.ParseOne(marked, ".env", lineEnd);
            var found = DotEnv.Read([file.ToDocument()], ComposeVariables.None).GetValueOrDefault("A");
            Assert.Equal(expected, found?.Text.ReplaceLineEndings("\n"));
            if (lineEnd == "\n" || !marked.Contains("b\nc", StringComparison.Ordinal))
                Assert.Equal(file.Spans, found?.Value is { } value ? [value.Span] : []);
        }
    }

    [Fact]
    public void A_variable_of_which_nothing_is_known_leaves_the_value_open()
    {
        var file = Markup.ParseOne("A=$NO-x\nB=${A}", ".env");
        var found = DotEnv.Read([file.ToDocument()], ComposeVariables.None);
        Assert.Equal(("-x", true), (found["A"].Text, found["A"].IsOpen));
        Assert.True(found["B"].IsOpen);
    }

    [Fact]
    public void A_later_file_beats_an_earlier_one_and_what_is_outside_beats_both()
    {
        Document[] files = [Markup.ParseOne("A=1\nB=1\nC=1", "a.env").ToDocument(), Markup.ParseOne("B=2\nC=2", "b.env").ToDocument()];
        var outer = ComposeVariables.None.WithWeaker(new Dictionary<string, ComposeVariable> { ["C"] = new("3") });
        var variables = outer.WithWeaker(DotEnv.Read(files, outer));
        Assert.Equal(["1", "2", "3"], new[] { "A", "B", "C" }.Select(name => variables.Find(name)!.Text));
    }
}
