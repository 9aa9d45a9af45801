using Dockstage.Core.Syntax;

namespace Dockstage.Core.Tests.Parsing;

/// <summary>Arguments as BuildKit takes them apart, for every instruction.</summary>
public sealed class ContentTests
{
    [Theory]
    [InlineData("EXPOSE 80 443/tcp", "80|443/tcp")]
    [InlineData("EXPOSE \"80 81\"", "\"80|81\"")]
    [InlineData("EXPOSE 80\u00A081", "80\u00A081")]
    [InlineData("VOLUME /a /b", "/a|/b")]
    [InlineData("VOLUME [\"/a b\", \"/c\"]", "json /a b|/c")]
    [InlineData("VOLUME [/a, /b]", "[/a,|/b]")]
    [InlineData("COPY a b/ /c", "a|b/|/c")]
    [InlineData("COPY --from=x -- --a /c", "--a|/c")]
    [InlineData("COPY \"a b\" /c", "\"a|b\"|/c")]
    [InlineData("ADD [\"a b\", \"c\\u00e9\\n\\\"\\\\\", \"/d\"]", "json a b|cé\n\"\\|/d")]
    [InlineData("ADD [ ]", "json ")]
    [InlineData("COPY <<E <<-\"F\" /x\nE\nF", "<<E|<<-\"F\"|/x")]
    [InlineData("FROM a  AS\tb", "a|AS|b")]
    [InlineData("FROM \"a b\"", "\"a|b\"")]
    [InlineData("CMD echo \"a  b\"", "echo \"a  b\"")]
    [InlineData("CMD [\"echo\", \"a\"]", "json echo|a")]
    [InlineData("CMD [\"echo\", \"a\"] # no", "[\"echo\", \"a\"] # no")]
    [InlineData("CMD ['a']", "['a']")]
    [InlineData("CMD", "")]
    [InlineData("ENTRYPOINT [\"a\",\"b\"]", "json a|b")]
    [InlineData("RUN [\"a\", \\\n  \"b\"]", "json a|b")]
    [InlineData("RUN [ -f x ] && y", "[ -f x ] && y")]
    [InlineData("SHELL [\"sh\", \"-c\"]", "json sh|-c")]
    [InlineData("HEALTHCHECK NONE", "NONE: ")]
    [InlineData("HEALTHCHECK none", "none: ")]
    [InlineData("HEALTHCHECK --interval=1s CMD curl -f x", "CMD: curl -f x")]
    [InlineData("HEALTHCHECK cmd \t [\"a\", \"b\"]", "cmd: json a|b")]
    [InlineData("WORKDIR /a b", "/a b")]
    [InlineData("USER a:b", "a:b")]
    [InlineData("STOPSIGNAL SIGTERM", "SIGTERM")]
    [InlineData("MAINTAINER a b <c@d>", "a b <c@d>")]
    [InlineData("ONBUILD RUN x", "")]
    public void Arguments_are_split_as_BuildKit_does(string text, string expected)
    {
        var content = Content(text);
        var shown = (content.CheckKind is { } kind ? kind + ": " : "") + (content.IsJson ? "json " : "")
            + string.Join('|', content.Arguments.Select(argument => argument.Value));
        Assert.Equal(expected, shown);
    }

    [Theory]
    [InlineData("COPY a b c", "a b -> c")]
    [InlineData("ADD [\"a\", \"b\"]", "a -> b")]
    [InlineData("COPY a", "-> ")]
    [InlineData("COPY", "-> ")]
    [InlineData("RUN a b", "-> ")]
    public void COPY_and_ADD_have_sources_and_a_destination(string text, string expected)
    {
        var content = Content(text);
        Assert.Equal(expected, string.Join(' ', content.Sources.Select(source => source.Value.Text).Append("-> " + content.Destination?.Value)));
    }

    [Fact]
    public void Strings_of_JSON_have_their_places()
    {
        var file = Markup.ParseOne("CMD [ {|all:\"{|value:ab|}\"|}, {|all:\"{|value:|}\"|}, \\\n {|all:\"{|value:c\\\n😀|}\"|} ]");
        var arguments = Content(file.Text).Arguments;
        Assert.Equal(file.SpansNamed("all"), arguments.Select(argument => argument.Span));
        Assert.Equal(file.SpansNamed("value"), arguments.Select(argument => argument.Value.Span));
    }

    [Fact]
    public void The_units_of_an_escape_in_JSON_are_placed_at_its_end()
    {
        var value = Content("CMD [\"\\n\\u0041b\"]").Arguments[0].Value;
        Assert.Equal("\nAb", value.Text);
        Assert.Equal([7, 13, 14], Enumerable.Range(0, 3).Select(value.OffsetAt));
    }

    [Theory]
    [InlineData("{|UnknownInstruction:RUNN|} x")]
    [InlineData("{|UnknownInstruction:RUN\u00A0x|}")]
    [InlineData("CMD {|JsonNotAllStrings:[1]|}")]
    [InlineData("RUN {|JsonNotAllStrings:[\"a\", null]|}")]
    [InlineData("COPY {|JsonNotAllStrings:[\"a\", \"b\", {\"c\": [true, -1.5e3]}]|}")]
    [InlineData("VOLUME {|JsonNotAllStrings:[\"a\", [\"b\"]]|}")]
    [InlineData("HEALTHCHECK CMD {|JsonNotAllStrings:[false]|}")]
    [InlineData("ONBUILD CMD {|JsonNotAllStrings:[0]|}")]
    [InlineData("{|MissingArgument:EXPOSE|}")]
    [InlineData("{|MissingArgument:VOLUME|} []")]
    [InlineData("{|MissingArgument:WORKDIR|}")]
    [InlineData("{|MissingArgument:USER|}")]
    [InlineData("{|MissingArgument:STOPSIGNAL|}")]
    [InlineData("{|MissingArgument:MAINTAINER|}")]
    [InlineData("{|MissingArgument:HEALTHCHECK|}")]
    [InlineData("{|MissingArgument:SHELL|}")]
    [InlineData("{|MissingArgument:SHELL|} []")]
    [InlineData("{|MissingArgument:ONBUILD|}")]
    [InlineData("SHELL {|ShellNotJson:sh -c|}")]
    [InlineData("{|MissingDestination:COPY|} a")]
    [InlineData("{|MissingDestination:ADD|} [\"a\"]")]
    [InlineData("COPY a {|HeredocDestination:<<E|}\nE")]
    [InlineData("ADD [\"a\", {|HeredocDestination:\"<<E\"|}]")]
    [InlineData("{|FromArguments:FROM|}")]
    [InlineData("FROM {|FromArguments:a b|}")]
    [InlineData("FROM {|FromArguments:a is b|}")]
    [InlineData("FROM {|FromArguments:a AS b # c|}")]
    [InlineData("FROM {|FromArguments:a --platform=x|}")]
    [InlineData("FROM {|FromArguments:${X:-a b}|}")]
    [InlineData("FROM ${X{|UnsupportedModifier:|}")]
    [InlineData("FROM --platform={|BadSubstitution:${}|} a")]
    [InlineData("HEALTHCHECK {|UnknownCheckKind:CURL|} x")]
    [InlineData("HEALTHCHECK {|MissingCheckCommand:CMD|}")]
    [InlineData("HEALTHCHECK {|MissingCheckCommand:CMD|} []")]
    [InlineData("HEALTHCHECK NONE {|ArgumentsOfNone:x|}")]
    [InlineData("VOLUME [{|BlankVolume:\" \"|}]")]
    [InlineData("ONBUILD {|TriggerNotAllowed:ONBUILD|} RUN x")]
    [InlineData("ONBUILD {|TriggerNotAllowed:from|} x")]
    [InlineData("ONBUILD {|TriggerNotAllowed:MAINTAINER|} x")]
    [InlineData("ONBUILD ENV {|MissingValue:a|}")]
    public void What_BuildKit_refuses_is_an_error(string marked)
    {
        var file = Markup.ParseOne(marked);
        var error = Assert.Single(Content(file.Text).Errors);
        Assert.Equal(new SyntaxError(Enum.Parse<SyntaxErrorKind>(file.Named[0].Key), file.Named[0].Value), error);
    }

    [Theory]
    [InlineData("ONBUILD COPY a")]
    [InlineData("ONBUILD RUN --x y")]
    [InlineData("ONBUILD FOO")]
    [InlineData("ONBUILD SHELL x")]
    [InlineData("ONBUILD WORKDIR ${}")]
    public void What_a_trigger_does_wrong_comes_up_when_it_runs(string text)
    {
        Assert.Empty(Content(text).Errors);
        Assert.Single(Content(text).LateErrors);
    }

    [Theory]
    [InlineData("RUN")]
    [InlineData("CMD")]
    [InlineData("ENTRYPOINT []")]
    [InlineData("CMD [1e999]")]
    [InlineData("CMD [1")]
    public void What_BuildKit_takes_is_none(string text) => Assert.Empty(Content(text).Errors);

    [Fact]
    public void Content_is_read_once_and_only_when_it_is_asked_for()
    {
        var reads = 0;
        var parts = Pieces.Instruction("RUN x").Parts;
        var counted = new InstructionParts(_ => { reads++; return new InstructionContent(); })
        {
            Keyword = parts.Keyword,
            KeywordText = parts.KeywordText,
            Flags = parts.Flags,
            Arguments = parts.Arguments,
            Escape = '\\',
            VariableEscape = '\\',
        };
        Assert.Equal(0, reads);
        Assert.Same(counted.Content, counted.Content);
        Assert.Equal(1, reads);
    }

    private static InstructionContent Content(string text) => Pieces.Instruction(text).Parts.Content;
}
