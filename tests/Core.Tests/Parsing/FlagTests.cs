using Dockstage.Core.Syntax;

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
    [InlineData("COPY --from=\u2003a b", "from=\u2003a | b")]
    [InlineData("COPY --from=a\u00A0b c", "from=a\u00A0 | b c")]
    [InlineData("COPY --from=à--link b", "from=à link | b")]
    [InlineData("COPY --from=😠b", "from=😠 | b")]
    [InlineData("COPY --from='à b' c", "from=à b | c")]
    [InlineData("COPY\t\f--link\v--from=a b", "link from=a | b")]
    [InlineData("COPY \u2003--from=a b", " | --from=a b")]
    [InlineData("COPY --\"\" --from=a b", " | --from=a b")]
    [InlineData("COPY --link --", "link | ")]
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
    [InlineData("COPY --from=hé b", "hÃ©")]
    [InlineData("COPY --from='à' b", "Ã\u00A0")]
    [InlineData("COPY --from=xà b", "xÃ")]
    [InlineData("COPY --from=a b", "a")]
    [InlineData("COPY --link b", null)]
    public void BuildKit_reads_the_bytes_of_a_flag_as_characters(string text, string? expected) =>
        Assert.Equal(expected, Pieces.Instruction(text).Parts.Flags[0].ValueAsRead);

    [Theory]
    [InlineData("COPY --from=a --chown=1 --chmod=1 --link --exclude=a --exclude=b --parents=TRUE b c")]
    [InlineData("ADD --chown=1 --chmod=1 --link=False --keep-git-dir --checksum=x --unpack --exclude=a --exclude=b c d")]
    [InlineData("RUN --mount=type=tmpfs --mount=type=ssh --network=none --security=insecure --device=a --device=b x")]
    [InlineData("FROM --platform= a")]
    [InlineData("HEALTHCHECK --interval=1s --timeout=1s --start-period=1s --start-interval=1s --retries=1 CMD x")]
    [InlineData("HEALTHCHECK --what NONE")]
    [InlineData("ARG --what=1 X")]
    [InlineData("STOPSIGNAL --what 9")]
    [InlineData("COPY -- --from=a b")]
    [InlineData("COPY -from=a b")]
    public void Each_instruction_has_its_flags(string text) => Assert.Empty(Pieces.Instruction(text).Parts.Content.Errors);

    [Theory]
    [InlineData("COPY {|UnknownFlag:--FROM|}=a b c")]
    [InlineData("COPY {|UnknownFlag:--form|} b c")]
    [InlineData("COPY {|UnknownFlag:--|}=a b c")]
    [InlineData("ADD {|UnknownFlag:--from|}=a b c")]
    [InlineData("WORKDIR {|UnknownFlag:--x|}=a b")]
    [InlineData("CMD {|UnknownFlag:--x|} b")]
    [InlineData("ONBUILD {|UnknownFlag:--x|} RUN b")]
    [InlineData("MAINTAINER {|UnknownFlag:--x|} b")]
    [InlineData("COPY {|MissingFlagValue:--from|} a b")]
    [InlineData("RUN {|MissingFlagValue:--mount|} a")]
    [InlineData("COPY {|MissingFlagValue:--link=|} a b")]
    [InlineData("COPY --link={|InvalidFlagBoolean:yes|} a b")]
    [InlineData("COPY --from=a {|DuplicateFlag:--from=b|} a b")]
    [InlineData("COPY --link {|DuplicateFlag:--link|} a b")]
    [InlineData("RUN --mount={|InvalidMountList:|} a")]
    [InlineData("RUN --mount=x=a\\{|InvalidMountList:\"|}b a")]
    [InlineData("RUN --mount='{|InvalidMountList:\"x=a\"|}b' a")]
    [InlineData("RUN --mount='x=a,{|InvalidMountList:\"x=a|}' a")]
    [InlineData("RUN --mount=from={|VariableInMountFrom:$X|} a")]
    [InlineData("RUN --mount='\"from={|VariableInMountFrom:a$Xb|}\"' a")]
    public void What_BuildKit_refuses_about_flags_is_an_error(string marked)
    {
        var file = Markup.ParseOne(marked);
        var error = Assert.Single(Pieces.Instruction(file.Text).Parts.Content.Errors);
        Assert.Equal(new SyntaxError(Enum.Parse<SyntaxErrorKind>(file.Named[0].Key), file.Named[0].Value), error);
    }

    [Theory]
    [InlineData("RUN --mount=type=bind,{|InvalidMountField:|},ro a")]
    [InlineData("RUN --mount=type=bind,{|InvalidMountField:from|} a")]
    [InlineData("RUN --mount=type=bind,{|UnknownMountKey:\\ from|}=x a")]
    [InlineData("RUN --mount={|UnknownMountKey:form|}=a a")]
    [InlineData("RUN --mount=dst={|BadSubstitution:${}|} a")]
    public void What_a_mount_does_not_know_is_an_error_once_the_instruction_runs(string marked)
    {
        var file = Markup.ParseOne(marked);
        var content = Pieces.Instruction(file.Text).Parts.Content;
        Assert.Empty(content.Errors);
        var error = Assert.Single(content.LateErrors);
        Assert.Equal(Enum.Parse<SyntaxErrorKind>(file.Named[0].Key), error.Kind);
        Assert.Equal(file.Named[0].Value.End, error.Span.End);
    }

    [Fact]
    public void A_lone_dollar_sign_and_flags_without_value_are_taken()
    {
        var content = Pieces.Instruction("RUN --mount=type=bind,from=a$,RO,required,dst=x a").Parts.Content;
        Assert.Empty(content.Errors);
        Assert.Empty(content.LateErrors);
    }

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
