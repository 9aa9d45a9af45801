namespace Dockstage.Core.Tests.Rules;

public sealed class UnterminatedHeredocTests
{
    private const string Rule = "UnterminatedHeredoc";

    private const string Message = "unterminated heredoc";

    [Fact]
    public void An_opener_without_its_line_is_told_and_what_follows_is_its_body() => RuleAssert.Finds("""
        FROM alpine
        RUN cat <<A [|<<EOF|]
        a
        A
        WORKDIR
        IMPORT os
        COPY --nope
          EOF
        """, "UnterminatedHeredoc Error: unterminated heredoc");

    [Fact]
    public void Also_a_word_of_the_body_that_looks_like_a_stage_is_no_mistake() =>
        RuleAssert.Only("FromArguments", "FROM alpine\nRUN python <<EOF\nfrom os import path\n");

    [Fact]
    public void Where_a_quote_or_JSON_keeps_it_from_being_one_nothing_is_missing() => RuleAssert.Only(Rule, """
        FROM alpine
        RUN ["cat", "<<EOF"]
        RUN it's <<EOF
        WORKDIR /a<<EOF
        COPY <<-EOF /a
        x
        	EOF
        """);

    [Fact]
    public void Also_under_ONBUILD_and_by_accident() => RuleAssert.Only(
        Rule, "FROM alpine\nONBUILD RUN echo $((1 [|<< 2))|]\n", Message);
}
