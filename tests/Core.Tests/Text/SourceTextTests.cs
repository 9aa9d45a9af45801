using CsCheck;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Text;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("a\nb<|>c", 1, 1, 1)]
    [InlineData("a\r\nb<|>c", 1, 1, 1)]
    [InlineData("a\rb<|>c", 1, 1, 1)]
    [InlineData("😀x<|>", 0, 3, 5)]
    [InlineData("é<|>", 0, 1, 2)]
    [InlineData("<|>", 0, 0, 0)]
    [InlineData("a\n<|>", 1, 0, 0)]
    public void Offsets_and_positions_agree_in_both_encodings(string marked, int line, int utf16, int utf8)
    {
        var text = SourceText.From(marked.Replace("<|>", "", StringComparison.Ordinal));
        var offset = marked.IndexOf("<|>", StringComparison.Ordinal);
        Assert.Equal(new LinePosition(line, utf16), text.PositionAt(offset));
        Assert.Equal(new LinePosition(line, utf8), text.PositionAt(offset, PositionEncoding.Utf8));
        Assert.Equal(offset, text.OffsetAt(new LinePosition(line, utf16)));
        Assert.Equal(offset, text.OffsetAt(new LinePosition(line, utf8), PositionEncoding.Utf8));
    }

    [Fact]
    public void Positions_outside_the_text_count_as_its_nearest_end()
    {
        var text = SourceText.From("ab\r\ncd");
        Assert.Equal(2, text.OffsetAt(new LinePosition(0, 99)));
        Assert.Equal(6, text.OffsetAt(new LinePosition(99, 0)));
        Assert.Equal(0, text.OffsetAt(new LinePosition(-1, 5)));
        Assert.Equal(new LinePosition(1, 2), text.PositionAt(99));
    }

    [Fact]
    public void A_utf8_column_inside_a_character_is_the_characters_start() =>
        Assert.Equal(1, SourceText.From("a😀b").OffsetAt(new LinePosition(0, 3), PositionEncoding.Utf8));

    [Fact]
    public void A_lone_surrogate_does_no_harm()
    {
        var text = SourceText.From("a\ud800b");
        Assert.Equal(3, text.OffsetAt(text.PositionAt(3, PositionEncoding.Utf8), PositionEncoding.Utf8));
    }

    [Fact]
    public void An_edit_makes_a_new_text() =>
        Assert.Equal("aXc", SourceText.From("abc").With(new TextEdit(new TextSpan(1, 1), "X")).ToString());

    [Fact]
    public void Lines_after_an_edit_are_those_of_the_new_text()
    {
        string[] pieces = ["a", "\n", "\r", "\r\n", "bc"];
        var text = Gen.Int[0, pieces.Length - 1].Array[0, 8].Select(at => string.Concat(at.Select(i => pieces[i])));
        Gen.Select(text, text, Gen.Int[0, 100], Gen.Int[0, 100]).Sample(
            (before, inserted, start, length) =>
            {
                start %= before.Length + 1;
                var source = SourceText.From(before);
                Assert.InRange(source.LineCount, 1, before.Length + 1);
                var edited = source.With(new TextEdit(new TextSpan(start, length % (before.Length - start + 1)), inserted));
                Assert.Equal(LinesOf(SourceText.From(edited.ToString())), LinesOf(edited));
            },
            iter: 5_000);

        static IEnumerable<TextSpan> LinesOf(SourceText text) => Enumerable.Range(0, text.LineCount).Select(text.LineSpan);
    }
}
