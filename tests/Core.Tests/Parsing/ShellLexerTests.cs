using Dockstage.Core.Parsing;

namespace Dockstage.Core.Tests.Parsing;

public sealed class ShellLexerTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("$X", "value")]
    [InlineData("${X}", "value")]
    [InlineData("a${X}b$X", "avaluebvalue")]
    [InlineData("$Xb", "")]
    [InlineData("$X-b", "value-b")]
    [InlineData("$", "$")]
    [InlineData("a$.b", "a$.b")]
    [InlineData("$1x", "x")]
    [InlineData("\\$X", "$X")]
    [InlineData("'$X'", "$X")]
    [InlineData("\"$X\"", "value")]
    [InlineData("\"\\$X \\a \\\\ \\\"\"", "$X \\a \\ \"")]
    [InlineData("'a'\"b\"\\c", "abc")]
    [InlineData("a\\", "a")]
    [InlineData("${X:-d}", "value")]
    [InlineData("${UNSET:-d}", "d")]
    [InlineData("${EMPTY:-d}", "d")]
    [InlineData("${EMPTY-d}", "")]
    [InlineData("${UNSET-d}", "d")]
    [InlineData("${UNSET:-}", "")]
    [InlineData("${X:+d}", "d")]
    [InlineData("${UNSET:+d}", "")]
    [InlineData("${EMPTY:+d}", "")]
    [InlineData("${EMPTY+d}", "d")]
    [InlineData("${X:?no}", "value")]
    [InlineData("${EMPTY?no}", "")]
    [InlineData("${UNSET:-${X}}", "value")]
    [InlineData("${UNSET:-a\\}b}", "a}b")]
    [InlineData("${UNSET:-\"a b\"}", "a b")]
    [InlineData("${V#*.}", "24.3")]
    [InlineData("${V##*.}", "3")]
    [InlineData("${V%.*}", "1.24")]
    [InlineData("${V%%.*}", "1")]
    [InlineData("${V%?}", "1.24.")]
    [InlineData("${V#x}", "1.24.3")]
    [InlineData("${V#\\*}", "1.24.3")]
    [InlineData("${V/./-}", "1-24.3")]
    [InlineData("${V//./-}", "1-24-3")]
    [InlineData("${V/.*/}", "1")]
    [InlineData("${V//*/x}", "x")]
    [InlineData("${P/\\//-}", "linux-arm64/v8")]
    [InlineData("${P//\\//-}", "linux-arm64-v8")]
    [InlineData("${UNSET#a}", "")]
    [InlineData("😀${X}😀", "😀value😀")]
    public void A_word_gets_its_value(string word, string value) => Assert.Equal(value, Expand(word));

    [Theory]
    [InlineData("${")]
    [InlineData("${X")]
    [InlineData("${X:")]
    [InlineData("${X:-")]
    [InlineData("${X:-${Y}")]
    [InlineData("${}")]
    [InlineData("${:x}")]
    [InlineData("${{X}}")]
    [InlineData("${X:#a}")]
    [InlineData("${X:%a}")]
    [InlineData("${X:=a}")]
    [InlineData("${X=a}")]
    [InlineData("${X^}")]
    [InlineData("${X/a}")]
    [InlineData("${V#\\a}")]
    [InlineData("${UNSET:?needed}")]
    [InlineData("${UNSET?}")]
    [InlineData("${EMPTY:?}")]
    [InlineData("'a")]
    [InlineData("\"a")]
    [InlineData("\"a\\")]
    public void What_BuildKit_refuses_has_no_value(string word) => Assert.Null(Expand(word));

    [Fact]
    public void Another_escape_character_leaves_the_backslash_alone() =>
        Assert.Equal("a\\$X", ShellLexer.Expand("a\\`$X", '`', ValueOf));

    [Fact]
    public void Nesting_without_end_has_no_value_and_does_no_harm() =>
        Assert.Null(Expand(string.Concat(Enumerable.Repeat("${UNSET:-", 100_000)) + new string('}', 100_000)));

    [Fact]
    public void A_value_too_long_for_anything_is_none()
    {
        var value = new string('x', 60_000);
        Assert.Equal(value, ShellLexer.Expand("$X", '\\', _ => value));
        Assert.Null(ShellLexer.Expand("$X$X", '\\', _ => value));
        Assert.Null(ShellLexer.Expand("\"$X$X\"", '\\', _ => value));
        Assert.Null(ShellLexer.Expand("${X//x/yy}", '\\', _ => value));
        Assert.Null(ShellLexer.Expand("${X%*a*b}", '\\', _ => value));
    }

    private static string? Expand(string word) => ShellLexer.Expand(word, '\\', ValueOf);

    private static string? ValueOf(string name) => name switch
    {
        "X" => "value",
        "EMPTY" => "",
        "V" => "1.24.3",
        "P" => "linux/arm64/v8",
        _ => null,
    };
}
