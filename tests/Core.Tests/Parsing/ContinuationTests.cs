using Dockstage.Core.Syntax;

namespace Dockstage.Core.Tests.Parsing;

public sealed class ContinuationTests
{
    [Theory]
    [InlineData("FROM a\\\nlpine", "From: FROM alpine")]
    [InlineData("FR\\\nOM alpine", "From: FROM alpine")]
    [InlineData("F\\\nR\\\nO\\\nM\\\n alpine", "From: FROM alpine")]
    [InlineData("RUN a \\\n  b", "Run: RUN a   b")]
    [InlineData("RUN a \\  \t\n b", "Run: RUN a  b")]
    [InlineData("  RUN a \\\n b", "Run: RUN a  b")]
    [InlineData("RUN a \\\\\nRUN b", "Run: RUN a \\\\\nRun: RUN b")]
    [InlineData("RUN a \\\\\\\nRUN b", "Run: RUN a \\\\\\\nRun: RUN b")]
    [InlineData("RUN a \\ b\nRUN c", "Run: RUN a \\ b\nRun: RUN c")]
    [InlineData("RUN a \\\n# comment \\\n b", "Run: RUN a  b")]
    [InlineData("RUN a \\\n   # indented\n\t# another\n b", "Run: RUN a  b")]
    [InlineData("RUN a \\\n\n   \n b", "Run: RUN a  b")]
    [InlineData("RUN a \\\n b # data \\\n c", "Run: RUN a  b # data  c")]
    [InlineData("RUN a \\", "Run: RUN a ")]
    [InlineData("RUN a \\\n", "Run: RUN a ")]
    [InlineData("RUN a \\\n# only a comment\n", "Run: RUN a ")]
    [InlineData("\\\nFROM a", "From: FROM a")]
    [InlineData("\\\n  FROM a", "From:   FROM a")]
    [InlineData("RUN a\\\n  \\\n\\\nb", "Run: RUN a  b")]
    [InlineData("# comment \\\nFROM a", "comment comment \\\nFrom: FROM a")]
    [InlineData("# escape=`\nRUN a `\n b\\\nRUN c", "escape = `\nRun: RUN a  b\\\nRun: RUN c")]
    [InlineData("# escape=`\nRUN a ``\nRUN b", "escape = `\nRun: RUN a ``\nRun: RUN b")]
    [InlineData("RUN 😀\\\n😀", "Run: RUN 😀😀")]
    public void Lines_are_joined_as_BuildKit_does(string text, string expected) => Pieces.Are(text, expected);

    [Fact]
    public void A_continuation_that_leads_nowhere_is_kept() => Assert.Equal("", Pieces.Instruction("\\\n\n").Line.Text);

    [Theory]
    [InlineData("run x", InstructionKeyword.Run)]
    [InlineData("HealthCheck NONE", InstructionKeyword.Healthcheck)]
    [InlineData("RUN\tx", InstructionKeyword.Run)]
    [InlineData("RUN", InstructionKeyword.Run)]
    [InlineData("RUN\u00A0x", InstructionKeyword.Unknown)]
    [InlineData("RUN\u00A0 ", InstructionKeyword.Run)]
    [InlineData("RUN\u00A0 \\\n", InstructionKeyword.Run)]
    [InlineData("RUNN x", InstructionKeyword.Unknown)]
    [InlineData("// x", InstructionKeyword.Unknown)]
    [InlineData("\u00A0 RUN x", InstructionKeyword.Run)]
    public void Keywords_have_any_letter_case_and_end_at_an_ordinary_blank(string text, InstructionKeyword keyword) =>
        Assert.Equal(keyword, Pieces.Instruction(text).Keyword);

    [Fact]
    public void Every_keyword_is_known()
    {
        foreach (var keyword in Enum.GetValues<InstructionKeyword>().Where(k => k != InstructionKeyword.Unknown))
        {
            var instruction = Pieces.Instruction(keyword + " x");
            Assert.Equal(keyword, instruction.Keyword);
            Assert.Equal(keyword, instruction.Parts.Keyword);
        }
    }

    [Fact]
    public void A_blank_line_inside_is_an_error_of_its_own()
    {
        var file = Markup.ParseOne("FROM a\nRUN x \\\n{|e:|}\n# comment\n{|e:  |}\n y");
        Assert.Equal(
            file.SpansNamed("e").Select(span => new SyntaxError(SyntaxErrorKind.EmptyContinuation, span)), Pieces.Of(file.Text).Errors);
    }

    [Fact]
    public void A_carriage_return_inside_a_line_is_a_blank_and_several_at_its_end_vanish() =>
        Assert.Equal("RUN\ra", Pieces.Instruction("RUN\ra\r\r\nRUN b").Line.Text);

    [Fact]
    public void Places_are_those_in_the_written_text()
    {
        var file = Markup.ParseOne("RUN --na\\\n# c\nme={|v:b\\\nb|} {|a:x \\\n y|}");
        var parts = Pieces.Instruction(file.Text).Parts;
        Assert.Equal("name", parts.Flags[0].Name.Text);
        Assert.Equal("bb", parts.Flags[0].Value!.Text);
        Assert.Equal(file["v"], parts.Flags[0].Value!.Span);
        Assert.Equal("x  y", parts.Arguments.Text);
        Assert.Equal(file["a"], parts.Arguments.Span);
    }
}
