using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Syntax;

public sealed class PlacedTextTests
{
    private const string Source = "0ab..cde....f9";

    private static readonly PlacedText Joined = PlacedText.Without(Source, new TextSpan(1, 12), [new TextSpan(3, 2), new TextSpan(8, 4)]);

    [Fact]
    public void Every_unit_knows_where_it_is_written()
    {
        Assert.Equal("abcdef", Joined.Text);
        for (var i = 0; i < Joined.Text.Length; i++)
            Assert.Equal(Joined.Text[i], Source[Joined.OffsetAt(i)]);
        Assert.Equal(13, Joined.OffsetAt(6));
    }

    [Theory]
    [InlineData(0, 6, "ab..cde....f")]
    [InlineData(0, 2, "ab")]
    [InlineData(1, 2, "b..c")]
    [InlineData(2, 3, "cde")]
    [InlineData(4, 2, "e....f")]
    public void A_part_is_written_from_its_first_unit_to_its_last(int index, int length, string written)
    {
        foreach (var span in new[] { Joined.SpanOf(index, length), Joined.Slice(index, length).Span })
            Assert.Equal(written, Source.Substring(span.Start, span.Length));
        Assert.Equal(Joined.Text.Substring(index, length), Joined.Slice(index, length).Text);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 6)]
    [InlineData(6, 13)]
    public void An_empty_part_stands_right_behind_the_unit_before_it(int index, int offset)
    {
        Assert.Equal(TextSpan.At(offset), Joined.SpanOf(index, 0));
        Assert.Equal(TextSpan.At(offset), Joined.Slice(index, 0).Span);
    }

    [Fact]
    public void A_part_of_a_part_is_in_its_place_too()
    {
        var part = Joined.Slice(1, 4).Slice(1, 3);
        Assert.Equal("cde", part.Text);
        Assert.Equal(new TextSpan(5, 3), part.Span);
    }

    [Fact]
    public void A_gap_at_the_end_does_not_move_the_end() =>
        Assert.Equal(2, PlacedText.Without("ab..", new TextSpan(0, 4), [new TextSpan(2, 2)]).OffsetAt(2));
}
