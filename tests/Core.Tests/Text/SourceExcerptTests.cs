using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Text;

public sealed class SourceExcerptTests
{
    [Theory]
    [InlineData("FROM a AS [|Build|]\nRUN x", "FROM a AS Build", "          ^^^^^")]
    [InlineData("FROM a\nFROM [||]", "FROM", "     ^")]
    [InlineData("[||]", "", "^")]
    [InlineData("\tRUN\t[|x|]", "    RUN x", "        ^")]
    [InlineData("a[|\t|]b", "a   b", " ^^^")]
    [InlineData("日本 [|語語|] x", "日本 語語 x", "     ^^^^")]
    [InlineData("👩‍👩‍👧 🇩🇪 ❤️ [|x|]", "👩‍👩‍👧 🇩🇪 ❤️ x", "         ^")]
    [InlineData("e\u0301 [|x|]", "e\u0301 x", "  ^")]
    [InlineData("[|one\ntwo|]", "one", "^^^")]
    [InlineData("\uFEFFFROM [|x|]", "FROM x", "     ^")]
    [InlineData("a [|b|]\r\nc", "a b", "  ^")]
    [InlineData("a \u001b[31m [|b|]", "a ␛[31m b", "        ^")]
    [InlineData("a \u202E [|b|]", "a \uFFFD b", "    ^")]
    public void Carets_stand_below_the_words(string marked, string line, string carets)
    {
        var file = Markup.ParseOne(marked);
        var excerpt = SourceExcerpt.Of(SourceText.From(file.Text), file.Spans.Single(), width: 100);
        Assert.Equal(line, excerpt.Line);
        Assert.Equal(carets, new string(' ', excerpt.Before) + new string('^', excerpt.Carets));
    }

    [Theory]
    [InlineData("[|start|] 0123456789 0123456789 0123456789", "start 0123456789 0…", "^^^^^")]
    [InlineData("0123456789 0123456789 [|middle|] 0123456789", "…23456789 middle 01…", "          ^^^^^^")]
    [InlineData("0123456789 0123456789 0123456789 [|end|]", "…789 0123456789 end", "                ^^^")]
    [InlineData("0123456789 [|0123456789 0123456789 0123456789|] x", "…789 0123456789 012…", "     ^^^^^^^^^^^^^^")]
    public void Long_lines_are_cut_around_the_words(string marked, string line, string carets)
    {
        var file = Markup.ParseOne(marked);
        var excerpt = SourceExcerpt.Of(SourceText.From(file.Text), file.Spans.Single(), width: 20);
        Assert.Equal(line, excerpt.Line);
        Assert.Equal(carets, new string(' ', excerpt.Before) + new string('^', excerpt.Carets));
    }

    [Fact]
    public void What_a_terminal_would_obey_is_shown() =>
        Assert.Equal("a␛[2J␊b␡\uFFFD", DisplayText.Harmless("a\u001b[2J\nb\u007F\u0085"));
}
