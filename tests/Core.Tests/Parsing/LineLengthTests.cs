using Dockstage.Core.Syntax;

namespace Dockstage.Core.Tests.Parsing;

/// <summary>BuildKit: a physical line holds at most 65535 bytes; a logical line has no limit.</summary>
public sealed class LineLengthTests
{
    [Theory]
    [InlineData("RUN ", 'x', 65_531, "\nRUN b", false)]
    [InlineData("RUN ", 'x', 65_532, "\nRUN b", true)]
    [InlineData("RUN ", 'x', 65_531, "\r\nRUN b", true)]
    [InlineData("RUN ", 'x', 65_530, "\r\nRUN b", false)]
    [InlineData("RUN ", 'x', 65_532, "", true)]
    [InlineData("RUN ", 'é', 32_765, "\n", false)]
    [InlineData("RUN ", 'é', 32_766, "\n", true)]
    [InlineData("RUN ", '\u4E00', 21_844, "\n", true)]
    [InlineData("# ", 'x', 65_534, "\nRUN b", true)]
    [InlineData("# syntax=", 'x', 65_534, "\nRUN b", true)]
    [InlineData("\uFEFF# ", 'x', 65_530, "\nRUN b", false)]
    [InlineData("\uFEFF# ", 'x', 65_531, "\nRUN b", true)]
    [InlineData("", ' ', 65_536, "\nRUN b", true)]
    [InlineData("RUN <<E\n", 'x', 65_536, "\nE\n", true)]
    public void A_line_is_measured_in_bytes(string before, char unit, int count, string after, bool isTooLong)
    {
        var text = before + new string(unit, count) + after;
        var start = before.LastIndexOf('\n') + 1;
        var length = before.Length - start + count + (after.StartsWith('\r') ? 1 : 0);
        SyntaxError[] expected = isTooLong ? [new(SyntaxErrorKind.LineTooLong, new(start, length))] : [];
        Assert.Equal(expected, Pieces.Of(text).Errors);
    }

    [Fact]
    public void A_continued_line_may_be_longer()
    {
        var line = new string('x', 40_000);
        Assert.Empty(Pieces.Of($"RUN {line}\\\n{line}\\\n{line}\n").Errors);
    }

    [Fact]
    public void Errors_come_in_the_order_of_their_places()
    {
        var file = Markup.ParseOne("FROM a b\nCOPY --x=y a \\\n\n b\nRUN <<E");
        Assert.Equal(
            [SyntaxErrorKind.FromArguments, SyntaxErrorKind.UnknownFlag, SyntaxErrorKind.EmptyContinuation, SyntaxErrorKind.UnterminatedHeredoc],
            Pieces.Of(file.Text).Errors.Select(error => error.Kind));
    }
}
