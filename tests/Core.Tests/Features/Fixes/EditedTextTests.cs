using Dockstage.Core.Features.Fixes;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class EditedTextTests
{
    [Fact]
    public void Rounds_of_edits_become_edits_of_the_first_text()
    {
        var text = new EditedText(SourceText.From("one two three"));
        text.Apply([new TextEdit(new TextSpan(0, 3), "1"), new TextEdit(new TextSpan(8, 5), "3")]);
        Assert.Equal("1 two 3", text.ToString());
        text.Apply([new TextEdit(new TextSpan(0, 2), ""), new TextEdit(TextSpan.At(7), "!")]);
        Assert.Equal("two 3!", text.ToString());
        Assert.Equal([new TextEdit(new TextSpan(0, 4), ""), new TextEdit(new TextSpan(8, 5), "3!")], text.Edits);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Its_edits_turn_the_first_text_into_the_last_one(int seed)
    {
        // Any numbers will do, if they are always the same.
        var next = (uint)seed;
        for (var run = 0; run < 500; run++)
        {
            var original = SourceText.From(string.Concat(Enumerable.Range(0, 20).Select(i => (char)('a' + i))));
            var edited = new EditedText(original);
            var plain = original;
            for (var round = 0; round < 4; round++)
            {
                var edits = Edits(plain.Length).ToList();
                edited.Apply(edits);
                plain = Enumerable.Reverse(edits).Aggregate(plain, (text, edit) => text.With(edit));
                Assert.Equal(plain.ToString(), edited.ToString());
            }

            Assert.Equal(plain.ToString(), edited.Edits.Reverse().Aggregate(original, (text, edit) => text.With(edit)).ToString());
        }

        IEnumerable<TextEdit> Edits(int length)
        {
            for (var at = Number(4); at < length; at += 2 + Number(5))
            {
                var end = Math.Min(length, at + Number(3));
                yield return new TextEdit(TextSpan.Between(at, end), new string('A', Number(3)));
                at = end;
            }
        }

        int Number(int below)
        {
            next = (next * 1664525) + 1013904223;
            return (int)((next >> 16) % (uint)below);
        }
    }
}
