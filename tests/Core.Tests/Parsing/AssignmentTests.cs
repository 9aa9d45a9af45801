using Dockstage.Core.Syntax;

namespace Dockstage.Core.Tests.Parsing;

public sealed class AssignmentTests
{
    [Theory]
    [InlineData("ENV a=1 b='x y' c=\"x \\\" y\" d=e\\ f", "a=1|b='x y'|c=\"x \\\" y\"|d=e\\ f")]
    [InlineData("LABEL \"a b\"=c d.e=", "\"a b\"=c|d.e=")]
    [InlineData("ENV a=b=c", "a=b=c")]
    [InlineData("ENV a=b\\\n   c=d", "a=b|c=d")]
    [InlineData("ENV a b", "a b")]
    [InlineData("ENV a  b=c  'd' # e", "a b=c  'd' # e")]
    [InlineData("LABEL a \\\n b", "a b")]
    [InlineData("ENV a=b c=d\\\\\\", "a=b|c=d\\\\")]
    [InlineData("# escape=`\nENV a=b`` c d=e` f", "a=b``|d=e` f")]
    [InlineData("ARG a b=c d=", "a|b=c|d=")]
    [InlineData("ARG a=\"b c\" --x=y", "a=\"b c\"|--x=y")]
    [InlineData("ENV a=😀\u2003b=c", "a=😀|b=c")]
    public void Pairs_keep_their_quotes(string text, string expected)
    {
        var assignments = Content(text).Assignments;
        Assert.Equal(expected, string.Join('|', assignments.Select(Show)));
    }

    [Theory]
    [InlineData("{|MissingArgument:ENV|}")]
    [InlineData("{|MissingArgument:LABEL|} ")]
    [InlineData("{|MissingArgument:ARG|}")]
    [InlineData("ENV {|MissingValue:a|}")]
    [InlineData("ENV {|MissingValue:a\u00A0b=c|}")]
    [InlineData("ENV a=b {|MissingEquals:c|} d=e")]
    [InlineData("ENV {|BlankName:=b|}")]
    [InlineData("ARG k {|BlankName:=|} v")]
    [InlineData("ENV {|UnknownFlag:--a|}=b c=d")]
    public void What_BuildKit_refuses_about_pairs_is_an_error(string marked)
    {
        var file = Markup.ParseOne(marked);
        var error = Assert.Single(Content(file.Text).Errors);
        Assert.Equal(new SyntaxError(Enum.Parse<SyntaxErrorKind>(file.Named[0].Key), file.Named[0].Value), error);
    }

    [Fact]
    public void Keys_and_values_have_their_places()
    {
        var file = Markup.ParseOne("FROM a\nENV {|all:{|key:a\\\n  # c\nb|}={|value:'c d'|}|} {|all:{|key:e|}={|value:|}|}\n", lineEnd: "\r\n");
        var assignments = ((Instruction)Pieces.Of(file.Text).Items[1]).Parts.Content.Assignments;
        var start = Pieces.Of(file.Text).StartOf(1);
        Assert.Equal(file.SpansNamed("all"), assignments.Select(assignment => assignment.Span.Shift(start)));
        Assert.Equal(file.SpansNamed("key"), assignments.Select(assignment => assignment.Key.Span.Shift(start)));
        Assert.Equal(file.SpansNamed("value"), assignments.Select(assignment => assignment.Value!.Span.Shift(start)));
    }

    private static InstructionContent Content(string text) => Pieces.Instruction(text).Parts.Content;

    private static string Show(Assignment assignment) =>
        assignment.Key + (assignment.Value is null ? "" : (assignment.IsLegacy ? " " : "=") + assignment.Value);
}
