using Dockstage.Core.Syntax;

namespace Dockstage.Core.Tests.Parsing;

public sealed class HeredocTests
{
    [Theory]
    [InlineData("RUN <<E\na\nE\nRUN b", "Run: RUN <<E\n  <<E {a/}\nRun: RUN b")]
    [InlineData("RUN <<E\nE", "Run: RUN <<E\n  <<E {}")]
    [InlineData("COPY <<a <<b /\n1\na\n2\nb\n", "Copy: COPY <<a <<b /\n  <<a {1/}\n  <<b {2/}")]
    [InlineData("ADD <<E /\nE", "Add: ADD <<E /\n  <<E {}")]
    [InlineData("ONBUILD RUN <<E\nE", "Onbuild: ONBUILD RUN <<E\n  <<E {}")]
    [InlineData("RUN 3<<E\nE", "Run: RUN 3<<E\n  3<<E {}")]
    [InlineData("RUN <<-E\n\ta\n\t\tE", "Run: RUN <<-E\n  <<-E tabs {\ta/}")]
    [InlineData("RUN <<'E'\nE", "Run: RUN <<'E'\n  <<'E' quoted {}")]
    [InlineData("RUN <<\"E F\"\nE F", "Run: RUN <<\"E F\"\n  <<\"E F\" quoted {}")]
    [InlineData("RUN <<E\"F\"\nEF", "Run: RUN <<E\"F\"\n  <<E\"F\" quoted {}")]
    [InlineData("RUN <<\\E\nE", "Run: RUN <<\\E\n  <<\\E {}")]
    [InlineData("RUN <<$X\n$X", "Run: RUN <<$X\n  <<$X {}")]
    [InlineData("RUN << E\nE", "Run: RUN << E\n  << E {}")]
    [InlineData("RUN << -E\n-E", "Run: RUN << -E\n  << -E {}")]
    [InlineData("RUN a \\\n <<E \\\n b\nE", "Run: RUN a  <<E  b\n  <<E {}")]
    [InlineData("RUN <\\\n<E\nE", "Run: RUN <<E\n  <\\\n<E {}")]
    [InlineData("RUN --network=none <<E\nE", "Run: RUN --network=none <<E\n  <<E {}")]
    [InlineData("RUN <<E\n😀\nE", "Run: RUN <<E\n  <<E {😀/}")]
    public void A_heredoc_takes_the_lines_below(string text, string expected)
    {
        if (!text.Contains("<\\\n", StringComparison.Ordinal))
            Pieces.Are(text, expected);
        Assert.NotNull(Pieces.Instruction(text).Heredocs[0].CloserSpan);
    }

    [Theory]
    [InlineData("RUN <<E\n# c\nFROM x\na \\\n\nE\nRUN b", "Run: RUN <<E\n  <<E {# c/FROM x/a \\//}\nRun: RUN b")]
    [InlineData("RUN <<E\nE \n E\nE", "Run: RUN <<E\n  <<E {E / E/}")]
    [InlineData("RUN <<E\n\tE\nE", "Run: RUN <<E\n  <<E {\tE/}")]
    [InlineData("RUN <<-E\n  E\nE", "Run: RUN <<-E\n  <<-E tabs {  E/}")]
    [InlineData("RUN <<E\nxE\nEx\nE\n", "Run: RUN <<E\n  <<E {xE/Ex/}")]
    [InlineData("RUN <<EE\nEEE\nEE\n", "Run: RUN <<EE\n  <<EE {EEE/}")]
    [InlineData("RUN <<-E\n\t \tE\n\t\tE", "Run: RUN <<-E\n  <<-E tabs {\t \tE/}")]
    [InlineData("RUN <<-\"\tE\"\n\tE", "Run: RUN <<-\"\tE\"\n  <<-\"\tE\" tabs quoted never closed\nUnknown: E")]
    public void A_body_is_raw_and_ends_only_at_a_line_equal_to_the_delimiter(string text, string expected) => Pieces.Are(text, expected);

    [Theory]
    [InlineData("RUN cat <<E>/x\nE>/x", "Run: RUN cat <<E>/x\n  <<E>/x {}")]
    [InlineData("RUN echo $((1 << 2))\n2))", "Run: RUN echo $((1 << 2))\n  << 2)) {}")]
    [InlineData("RUN echo # <<E\nE", "Run: RUN echo # <<E\n  <<E {}")]
    [InlineData("RUN ${X:-a <<E}\nE}", "Run: RUN ${X:-a <<E}\n  <<E} {}")]
    [InlineData("# escape=`\nRUN <<\\E\nE", "escape = `\nRun: RUN <<\\E\n  <<\\E {}")]
    [InlineData("RUN [\"a\", <<E\nE", "Run: RUN [\"a\", <<E\n  <<E {}")]
    [InlineData("RUN ${X:?<<} <<E\nE", "Run: RUN ${X:?<<} <<E\n  <<E {}")]
    public void What_looks_like_none_may_be_one(string text, string expected) => Pieces.Are(text, expected);

    [Theory]
    [InlineData("RUN <<<E")]
    [InlineData("RUN a<<E")]
    [InlineData("RUN \"<<E\"")]
    [InlineData("RUN 'cat <<E'")]
    [InlineData("RUN \\<<E")]
    [InlineData("RUN $((1<<2))")]
    [InlineData("RUN <<")]
    [InlineData("RUN << ")]
    [InlineData("RUN <<- E")]
    [InlineData("RUN <<\"\"")]
    [InlineData("RUN <<E<F")]
    [InlineData("RUN echo it's <<E")]
    [InlineData("RUN echo \" <<E")]
    [InlineData("RUN echo ${X <<E")]
    [InlineData("RUN echo ${} <<E")]
    [InlineData("RUN [\"cat\", \"<<E\"]")]
    [InlineData("RUN --network=none [ \"<<E\" , \" <<E\" ] ")]
    [InlineData("COPY [\"<<E\", \"/\"]")]
    [InlineData("ONBUILD RUN [\"<<E\"]")]
    [InlineData("LABEL a=<<E")]
    [InlineData("CMD <<E")]
    [InlineData("ENTRYPOINT <<E")]
    [InlineData("ONBUILD CMD <<E")]
    [InlineData("FROM <<E")]
    public void What_looks_like_one_may_be_none(string line)
    {
        var syntax = Pieces.Of(line + "\nRUN x\nE\n");
        Assert.Equal(3, syntax.Items.Length);
        Assert.Empty(((Instruction)syntax.Items[0]).Heredocs);
    }

    [Fact]
    public void A_heredoc_that_is_never_closed_is_an_error_and_leaves_the_lines_below_alone()
    {
        Pieces.Are("RUN <<A <<B\nA\nFROM x", "Run: RUN <<A <<B\n  <<A {}\n  <<B never closed\nFrom: FROM x");
        var file = Markup.ParseOne("FROM a\nRUN <<A [|<<B|]\nA\nFROM x");
        Assert.Equal(new SyntaxError(SyntaxErrorKind.UnterminatedHeredoc, file.Spans[0]), Assert.Single(Pieces.Of(file.Text).Errors));
    }

    [Fact]
    public void Opener_body_and_closer_have_their_places()
    {
        var file = Markup.ParseOne("RUN cat {|opener:<<-E|}\n{|body:\tx\n|}{|closer:\tE|}\n", lineEnd: "\r\n");
        var heredoc = Assert.Single(Pieces.Instruction(file.Text).Heredocs);
        Assert.Equal(file["opener"], heredoc.OpenerSpan);
        Assert.Equal(file["body"], heredoc.BodySpan);
        Assert.Equal(file["closer"], heredoc.CloserSpan);
    }
}
