namespace Dockstage.Core.Tests.Parsing;

public sealed class FlagTests
{
    [Theory]
    [InlineData("COPY --from=a --link b c", "from=a link | b c")]
    [InlineData("COPY  \t --from=a\tb", "from=a | b")]
    [InlineData("COPY --from=\"a b\" c", "from=a b | c")]
    [InlineData("COPY --from='a\"b' c", "from=a\"b | c")]
    [InlineData("COPY --fr\"om\"=x c", "from=x | c")]
    [InlineData("COPY --from=a\\ b c", "from=a b | c")]
    [InlineData("COPY --from='a\\'b' c", "from=a'b | c")]
    [InlineData("COPY --from=\"a", "from=a | ")]
    [InlineData("COPY --from=a\\", "from=a | ")]
    [InlineData("COPY --from= c", "from= | c")]
    [InlineData("COPY --from==c d", "from==c | d")]
    [InlineData("COPY --from", "from | ")]
    [InlineData("COPY -- --from=a", " | --from=a")]
    [InlineData("COPY --link -- --from=a", "link | --from=a")]
    [InlineData("COPY -from=a b", " | -from=a b")]
    [InlineData("COPY a --from=b", " | a --from=b")]
    [InlineData("COPY \"--from=a\" b", " | \"--from=a\" b")]
    [InlineData("COPY --from=😀 b", "from=😀 | b")]
    [InlineData("ARG --foo=1 X=2", "foo=1 | X=2")]
    [InlineData("HEALTHCHECK --interval=1s CMD x", "interval=1s | CMD x")]
    [InlineData("COPY", " | ")]
    public void Flags_are_split_off_as_BuildKit_does(string text, string expected)
    {
        Assert.Equal(expected, Show(text));
        if (!text.Contains('\\', StringComparison.Ordinal))
            Assert.Equal(expected, Show(text.Replace(" ", " \\\r\n# comment\r\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_escape_directive_holds_in_flags() =>
        Assert.Equal("from=a\\ b | c", Show("# escape=`\nCOPY --from=a\\` b c"));

    [Theory]
    [InlineData("type=bind,from=a,ro", "type:bind from:a ro")]
    [InlineData("FROM=a", "FROM:a")]
    [InlineData("from=,target=/x", "from: target:/x")]
    [InlineData("'\"from=a,b\",ro'", "from:a,b ro")]
    [InlineData("'\"from=\"\"a\"\"\"'", "from:\"a\"")]
    [InlineData("'\"from=a'", "from:a")]
    [InlineData("'from=\"a\"'", "from:\"a\"")]
    [InlineData("a,", "a ")]
    [InlineData("", "")]
    [InlineData("x=a=b", "x:a=b")]
    public void A_mount_is_a_line_of_CSV(string value, string expected)
    {
        var flag = Assert.Single(Pieces.Instruction("RUN --mount=" + value + " make").Parts.Flags);
        var shown = flag.Options.Select(o => o.Value is null ? o.Key.Text : o.Key.Text + ":" + o.Value.Text);
        Assert.Equal(expected, string.Join(' ', shown));
    }

    [Theory]
    [InlineData("FROM alpine", "alpine")]
    [InlineData("FROM alpine as b", "alpine as b")]
    [InlineData("FROM alpine aS b", "alpine as b")]
    [InlineData("FROM \t alpine \t AS \t b ", "alpine as b")]
    [InlineData("FROM alpine AS", "alpine as")]
    [InlineData("FROM alpine is b", "alpine")]
    [InlineData("FROM AS", "AS")]
    [InlineData("FROM AS b", " as b")]
    [InlineData("FROM AS AS b", "AS as b")]
    [InlineData("FROM ${X:-a b} AS c", "${X:-a")]
    [InlineData("FROM \"a b\" AS c", "\"a")]
    [InlineData("FROM alpine AS b # base", "alpine as b")]
    [InlineData("FROM --platform=x alpine AS b", "alpine as b")]
    [InlineData("FROM alpine --platform=x", "alpine")]
    [InlineData("FROM", "")]
    public void FROM_is_one_word_or_three(string text, string expected)
    {
        var from = Pieces.Instruction(text).Parts.From!;
        var shown = from.Base.Text + (from.AsSpan is null ? "" : " as") + (from.Name is null ? "" : " " + from.Name.Text);
        Assert.Equal(expected, shown);
    }

    [Theory]
    [InlineData("ARG A", "A")]
    [InlineData("ARG A=1 B C='x y' D=\"x \\\" y\" E=a\\ b", "A=1|B|C='x y'|D=\"x \\\" y\"|E=a\\ b")]
    [InlineData("ARG A='\\' B", "A='\\'|B")]
    [InlineData("ARG A=\"x y", "A=\"x y")]
    [InlineData("ARG", "")]
    public void The_words_of_ARG_keep_their_quotes(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Pieces.Instruction(text).Parts.Words));

    [Fact]
    public void ONBUILD_holds_back_one_instruction()
    {
        var trigger = Pieces.Instruction("ONBUILD copy --from=a b c").Parts.Trigger!;
        Assert.Equal("copy", trigger.KeywordText.Text);
        Assert.Equal("a", trigger.Flags[0].Value!.Text);
        Assert.Null(Pieces.Instruction("ONBUILD").Parts.Trigger);
        Assert.Null(Pieces.Instruction("ONBUILD ONBUILD RUN x").Parts.Trigger!.Trigger);
    }

    private static string Show(string text)
    {
        var parts = Pieces.Instruction(text).Parts;
        var flags = parts.Flags.Select(f => f.Value is null ? f.Name.Text : f.Name.Text + "=" + f.Value.Text);
        return string.Join(' ', flags) + " | " + parts.Arguments.Text;
    }
}
