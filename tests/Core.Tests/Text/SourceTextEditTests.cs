using CsCheck;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Text;

/// <summary>A text after edits is in every respect the text that one would read afresh, however the edits lie to each other.</summary>
public sealed class SourceTextEditTests
{
    private static readonly string[] Inserts = ["x", "\n", "\r", "\r\n", "ab\ncd", "😀", "\n\n", "", "é\r", "\nlong line without an end"];

    [Fact]
    public void Edits_in_a_row_give_the_text_that_is_read_afresh()
    {
        var step = Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 12], Gen.Int[0, Inserts.Length - 1]);
        Gen.Select(Gen.Int[0, 3], step.Array[1, 20]).Sample((start, steps) =>
        {
            var plain = Start(start);
            var text = SourceText.From(plain);
            foreach (var (place, length, insert) in steps)
                (text, plain) = Edit(text, plain, place % (plain.Length + 1), length, Inserts[insert]);
        });
    }

    [Fact]
    public void Edits_far_from_each_other_give_the_text_that_is_read_afresh()
    {
        var plain = string.Concat(Enumerable.Range(0, 3000).Select(i => $"line {i}\r\n"));
        var text = SourceText.From(plain);
        foreach (var place in (int[])[10, 30_000, 29_900, 30_100, 31_000, 5, 0, 20_000, 12_500])
            (text, plain) = Edit(text, plain, place, 3, "new\nlines\r\n");
        (text, plain) = Edit(text, plain, plain.Length, 0, "at the end");
        (text, plain) = Edit(text, plain, 100, plain.Length - 200, new string('y', 9000) + "\n");
        (text, plain) = Edit(text, plain, 120, 1, "z");
        Edit(text, plain, 0, plain.Length, "");
    }

    private static string Start(int kind) => kind switch
    {
        0 => "",
        1 => "a\r\nb\n\nc\rd",
        2 => "one\ntwo\nthree\nfour\nfive\n",
        _ => "\n\r\n\r\r\n\n",
    };

    private static (SourceText Text, string Plain) Edit(SourceText before, string plain, int start, int length, string insert)
    {
        length = Math.Min(length, plain.Length - start);
        var text = before.With(new TextEdit(new TextSpan(start, length), insert));
        var expected = string.Concat(plain.AsSpan(0, start), insert, plain.AsSpan(start + length));
        CheckLines(SourceText.From(expected), text);
        CheckCommon(before, plain, text, expected);
        CheckCommon(text, expected, before, plain);
        Assert.Equal(expected, text.ToString());
        return (text, expected);
    }

    private static void CheckLines(SourceText expected, SourceText text)
    {
        Assert.Equal(expected.Length, text.Length);
        Assert.Equal(expected.LineCount, text.LineCount);
        for (var line = 0; line < text.LineCount; line++)
            Assert.Equal(expected.LineSpan(line), text.LineSpan(line));
        var stride = Math.Max(1, text.Length / 200);
        for (var offset = 0; offset < text.Length; offset += stride)
        {
            Assert.Equal(expected[offset], text[offset]);
            Assert.Equal(expected.LineAt(offset), text.LineAt(offset));
            Assert.Equal(expected.PositionAt(offset, PositionEncoding.Utf8), text.PositionAt(offset, PositionEncoding.Utf8));
            var span = TextSpan.Between(offset, Math.Min(text.Length, offset + stride * 5));
            Assert.Equal(expected.ToString(span), text.ToString(span));
        }
    }

    private static void CheckCommon(SourceText one, string onePlain, SourceText other, string otherPlain)
    {
        var common = SourceText.Common(one, other);
        Assert.True(common.Start + common.End <= Math.Min(onePlain.Length, otherPlain.Length));
        Assert.Equal(onePlain[..common.Start], otherPlain[..common.Start]);
        Assert.Equal(onePlain[^common.End..], otherPlain[^common.End..]);
    }
}
