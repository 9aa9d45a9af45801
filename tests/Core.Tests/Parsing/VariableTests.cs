using Dockstage.Core.Syntax;

namespace Dockstage.Core.Tests.Parsing;

public sealed class VariableTests
{
    [Theory]
    [InlineData("WORKDIR /$A/${B}c$D_1-", "A B D_1")]
    [InlineData("WORKDIR $Ä$é1", "Ä é1")]
    [InlineData("WORKDIR $1x$@$$-", "1 @ $")]
    [InlineData("WORKDIR $ $. $", "")]
    [InlineData("WORKDIR \\$A \\\\$B", "B")]
    [InlineData("WORKDIR '$A' \"$B\" \"\\$C '$D'\"", "B D")]
    [InlineData("WORKDIR \"\\a$A\"", "A")]
    [InlineData("WORKDIR ${A:-b}${A-b}${A:+b}${A+b}${A:?b}${A?b}", "A:-b A-b A:+b A+b A:?b A?b")]
    [InlineData("WORKDIR ${A#b}${A##b}${A%b}${A%%b}", "A#b A##b A%b A%%b")]
    [InlineData("WORKDIR ${A/b/c}${A//b/}${A/\\//-}", "A/b/c A//b/ A/\\//-")]
    [InlineData("WORKDIR ${A:-${B:-$C}/x}", "A:-${B:-$C}/x (B:-$C (C))")]
    [InlineData("WORKDIR ${A:-\"}\"'}'\\}}", "A:-\"}\"'}'\\}")]
    [InlineData("WORKDIR ${A:-}", "A:-")]
    [InlineData("WORKDIR ${@}${1}${--x}", "@ 1 --x")]
    [InlineData("# escape=`\nWORKDIR c:\\$A`$B", "A")]
    public void A_variable_has_a_name_and_what_is_done_with_it(string text, string expected) =>
        Assert.Equal(expected, ShowAll(Content(text).Variables));

    [Theory]
    [InlineData("WORKDIR {|MissingBrace:${|}", "")]
    [InlineData("WORKDIR a{|BadSubstitution:${}|}$B", "")]
    [InlineData("WORKDIR {|BadSubstitution:${{|}A}}", "")]
    [InlineData("WORKDIR {|BadSubstitution:${:|}-x}", "")]
    [InlineData("WORKDIR ${A{|UnsupportedModifier:|}", "A?")]
    [InlineData("WORKDIR {|MissingBrace:${A:|}", "A?")]
    [InlineData("WORKDIR {|MissingBrace:${A:-b|}", "A:-b")]
    [InlineData("WORKDIR {|MissingBrace:${A:-${B}|}", "A:-${B} (B)")]
    [InlineData("WORKDIR {|MissingBrace:${A:-'b}|}", "A:-'b}")]
    [InlineData("WORKDIR ${A{|UnsupportedModifier:=|}b}", "A?")]
    [InlineData("WORKDIR ${A{|UnsupportedModifier::=|}b}", "A?b")]
    [InlineData("WORKDIR ${A{|UnsupportedModifier::#|}b}", "A?")]
    [InlineData("WORKDIR ${A{|UnsupportedModifier:^|}}", "A?")]
    [InlineData("WORKDIR {|MissingSlash:${A/b}|}", "A/b}")]
    [InlineData("WORKDIR {|MissingBrace:${A/b/c|}", "A/b/c")]
    [InlineData("WORKDIR ${A#{|InvalidPattern:\\a|}}", "A#\\a")]
    [InlineData("WORKDIR $A{|UnclosedQuote:'b$C|}", "A")]
    [InlineData("WORKDIR {|UnclosedQuote:\"$A|}", "A")]
    public void What_BuildKit_refuses_about_a_substitution_is_an_error_and_the_rest_is_read(string marked, string expected)
    {
        var file = Markup.ParseOne(marked);
        var content = Content(file.Text);
        Assert.Equal(new SyntaxError(Enum.Parse<SyntaxErrorKind>(file.Named[0].Key), file.Named[0].Value), Assert.Single(content.LateErrors));
        Assert.Equal(expected, ShowAll(content.Variables.Where(variable => variable.Name.Text.Length > 0)));
    }

    [Theory]
    [InlineData("FROM --platform=$P a-$A AS $N", "P A")]
    [InlineData("FROM ${A:-a b}", "A:-a")]
    [InlineData("ARG A=$B C $D=$E", "B E")]
    [InlineData("ENV A$B=$C d='$E'", "B C")]
    [InlineData("ENV A$B c $D", "B D")]
    [InlineData("LABEL a=$B", "B")]
    [InlineData("COPY --from=$F --chown=$U --chmod=$M --exclude=$X $A /$B", "U M A B")]
    [InlineData("ADD --checksum=$C --chown=$U [\"$A\", \"\\u0024B\"]", "C U A B")]
    [InlineData("RUN --mount=type=$T,from=$F,target=/$D,\"id=$I\" --network=$N echo $X", "T D I")]
    [InlineData("EXPOSE $A 80/$B", "A B")]
    [InlineData("VOLUME [\"/$A\"]", "A")]
    [InlineData("USER $A:$B", "A B")]
    [InlineData("STOPSIGNAL $A", "A")]
    [InlineData("CMD $A", "")]
    [InlineData("ENTRYPOINT [\"$A\"]", "")]
    [InlineData("SHELL [\"$A\"]", "")]
    [InlineData("HEALTHCHECK CMD $A", "")]
    [InlineData("MAINTAINER $A", "")]
    [InlineData("ONBUILD COPY $A /$B", "A B")]
    [InlineData("COPY <<E \"<<F\" <<'G' << H /$D\n'$A' \\$B\nE\n$C\nG\n$X\nH", "D A")]
    [InlineData("ONBUILD COPY <<E /\n$A\nE", "A")]
    [InlineData("RUN <<E\n$A\nE", "")]
    public void Variables_are_those_that_the_builder_replaces(string text, string expected) =>
        Assert.Equal(expected, ShowAll(Content(text).Variables));

    [Fact]
    public void Places_are_those_in_the_written_text()
    {
        var file = Markup.ParseOne("ENV a=x{|span:${{|name:NA\\\n# c\nME|}:-{|word:b\\\n{|nested:$C|}|}}|}");
        var variable = Assert.Single(Content(file.Text).Variables);
        Assert.Equal("NAME", variable.Name.Text);
        Assert.Equal(file["span"], variable.Span);
        Assert.Equal(file["name"], variable.Name.Span);
        Assert.Equal(file["word"], variable.Word!.Span);
        Assert.Equal(file["nested"], Assert.Single(variable.Nested).Span);
    }

    [Fact]
    public void Nesting_without_end_does_no_harm() =>
        Assert.Equal(64, Content("USER " + string.Concat(Enumerable.Repeat("${A:-", 100_000))).Variables[0].WithNested().Count());

    [Fact]
    public void A_trigger_is_written_with_the_default_escape_character_and_expanded_with_that_of_the_file() =>
        Assert.Equal("B", ShowAll(Content("# escape=`\nONBUILD WORKDIR `$A\\$B").Variables));

    private static InstructionContent Content(string text) => Pieces.Instruction(text).Parts.Content;

    private static string ShowAll(IEnumerable<VariableReference> variables) => string.Join(' ', variables.Select(Show));

    private static string Show(VariableReference variable)
    {
        var sign = variable.Operator switch
        {
            VariableOperator.None => "",
            VariableOperator.DefaultIfUnset => "-",
            VariableOperator.DefaultIfEmpty => ":-",
            VariableOperator.AlternativeIfSet => "+",
            VariableOperator.AlternativeIfFilled => ":+",
            VariableOperator.ErrorIfUnset => "?",
            VariableOperator.ErrorIfEmpty => ":?",
            VariableOperator.TrimShortestStart => "#",
            VariableOperator.TrimLongestStart => "##",
            VariableOperator.TrimShortestEnd => "%",
            VariableOperator.TrimLongestEnd => "%%",
            VariableOperator.ReplaceFirst => "/",
            VariableOperator.ReplaceAll => "//",
            _ => "?",
        };
        var shown = variable.Name + sign + variable.Word + (variable.Replacement is { } replacement ? "/" + replacement : "");
        return variable.Nested.IsEmpty ? shown : shown + " (" + ShowAll(variable.Nested) + ")";
    }
}
