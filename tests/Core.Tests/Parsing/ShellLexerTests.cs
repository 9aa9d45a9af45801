using Dockstage.Core.Parsing;
using Dockstage.Core.Syntax;

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

    /// <summary>The mark is what the error covers; the text is BuildKit's.</summary>
    [Theory]
    [InlineData("a[|${|]", "syntax error: missing '}'")]
    [InlineData("[|${X:|]", "syntax error: missing '}'")]
    [InlineData("[|${X:-d|]", "syntax error: missing '}'")]
    [InlineData("[|${X:-'d|]", "syntax error: missing '}'")]
    [InlineData("[|${X:-${|]", "syntax error: missing '}'")]
    [InlineData("[|${X#a|]", "syntax error: missing '}'")]
    [InlineData("[|${X/a/b|]", "syntax error: missing '}'")]
    [InlineData("[|${X/a}|]", "syntax error: missing '/' in ${}")]
    [InlineData("[|${X/|]", "syntax error: missing '/' in ${}")]
    [InlineData("[|${|]}", "syntax error: bad substitution")]
    [InlineData("a [|${|]}", "syntax error: bad substitution")]
    [InlineData("[|${|]{X}}", "syntax error: bad substitution")]
    [InlineData("${X:-[|${|]}}", "syntax error: bad substitution")]
    [InlineData("[|${X|]", "unsupported modifier (\uFFFD) in substitution")]
    [InlineData("[|${X:=a}|]", "unsupported modifier (:=) in substitution")]
    [InlineData("[|${X:/a/b}|]", "unsupported modifier (:/) in substitution")]
    [InlineData("[|${X:#|]a}", "unsupported modifier (:#) in substitution")]
    [InlineData("[|${X:%|]a}", "unsupported modifier (:%) in substitution")]
    [InlineData("[|${X=|]a}", "unsupported modifier (=) in substitution")]
    [InlineData("[|${X^|]^}", "unsupported modifier (^) in substitution")]
    [InlineData("[|${X😀|]}", "unsupported modifier (😀) in substitution")]
    [InlineData("[|${UNSET:?}|]", "UNSET: is not allowed to be unset")]
    [InlineData("[|${UNSET?}|]", "UNSET: is not allowed to be unset")]
    [InlineData("[|${EMPTY:?}|]", "EMPTY: is not allowed to be empty")]
    [InlineData("x[|${UNSET:?set $X}|]y", "UNSET: set value")]
    [InlineData("[|${V#\\a}|]", "invalid pattern (\\a) in substitution: invalid escape '\\a'")]
    [InlineData("a[|'b|]", "unexpected end of statement while looking for matching single-quote")]
    [InlineData("a[|\"$X|]", "unexpected end of statement while looking for matching double-quote")]
    public void An_error_has_its_place_and_the_text_of_BuildKit(string marked, string text)
    {
        var file = Markup.ParseOne(marked);
        var expansion = ShellLexer.Expand(file.Text, '\\', ValueOf);
        Assert.NotNull(expansion.Error);
        Assert.Equal((text, marked), (expansion.Error.BuildKitText, Markup.Render(file.Text, [expansion.Error.Span])));
        Assert.Null(expansion.Value);
        Assert.False(expansion.IsUnknown);
    }

    [Theory]
    [InlineData("$MAYBE", null)]
    [InlineData("a${MAYBE}b", null)]
    [InlineData("${MAYBE:-d}", null)]
    [InlineData("${MAYBE+d}", null)]
    [InlineData("${MAYBE:?no}", null)]
    [InlineData("${MAYBE%/*}", null)]
    [InlineData("${UNSET:-$MAYBE}", null)]
    [InlineData("${X:-$MAYBE}", "value")]
    [InlineData("${UNSET:+$MAYBE}", "")]
    [InlineData("${X#$MAYBE}", null)]
    [InlineData("$PATH", null)]
    [InlineData("${PATH-d}", null)]
    [InlineData("${PATH+d}", "d")]
    [InlineData("${PATH:+d}", null)]
    [InlineData("'$MAYBE'", "$MAYBE")]
    public void What_hangs_on_an_unknown_variable_is_unknown_and_no_error(string word, string? value)
    {
        var expansion = ShellLexer.Expand(word, '\\', ValueOf);
        Assert.Null(expansion.Error);
        Assert.Equal((value, value is null), (expansion.Value, expansion.IsUnknown));
    }

    /// <summary>The marks are the names that are asked for.</summary>
    [Theory]
    [InlineData("$[|X|]${[|V|]}'$no'\\$no$[|12|]x$[|?|]")]
    [InlineData("${[|X|]:-}")]
    [InlineData("${[|V|]#*.}/${[|UNSET|]:+}")]
    [InlineData("\"a$[|X|]-b\"😀$[|naïve|]-")]
    public void Every_variable_that_is_asked_for_has_its_place(string marked)
    {
        var file = Markup.ParseOne(marked);
        var variables = ShellLexer.Expand(file.Text, '\\', ValueOf).Variables;
        Assert.Equal(marked, Markup.Render(file.Text, variables.Select(variable => variable.Span)));
        Assert.All(variables, variable => Assert.Equal(variable.Name, file.Text[variable.Span.Start..variable.Span.End]));
    }

    [Fact]
    public void A_fallback_is_read_before_its_variable_and_even_when_it_is_not_used() => Assert.Equal(
        ["UNSET unset", "X value"],
        ShellLexer.Expand("${X:-$UNSET}", '\\', ValueOf).Variables.Select(variable => $"{variable.Name} {variable.Value}"));

    [Theory]
    [InlineData("it's \"$X\" \\$X $X", "it's \"value\" $X value")]
    [InlineData("a\\\\b", "a\\b")]
    public void In_a_heredoc_quotes_are_ordinary_text(string body, string value) =>
        Assert.Equal(value, ShellLexer.ExpandHeredoc(body, ValueOf).Value);

    [Fact]
    public void Another_escape_character_leaves_the_backslash_alone() =>
        Assert.Equal("a\\$X", ShellLexer.Expand("a\\`$X", '`', ValueOf).Value);

    [Fact]
    public void Nesting_without_end_has_no_value_and_does_no_harm() =>
        Assert.Null(Expand(string.Concat(Enumerable.Repeat("${UNSET:-", 100_000)) + new string('}', 100_000)));

    [Fact]
    public void A_value_too_long_for_anything_is_none()
    {
        var value = new string('x', 60_000);
        Assert.Equal(value, ShellLexer.Expand("$X", '\\', _ => VariableValue.Of(value)).Value);
        Assert.Null(ShellLexer.Expand("$X$X", '\\', _ => VariableValue.Of(value)).Value);
        Assert.Null(ShellLexer.Expand("\"$X$X\"", '\\', _ => VariableValue.Of(value)).Value);
        Assert.Null(ShellLexer.Expand("${X//x/yy}", '\\', _ => VariableValue.Of(value)).Value);
        Assert.Null(ShellLexer.Expand("${X%*a*b}", '\\', _ => VariableValue.Of(value)).Value);
    }

    private static string? Expand(string word) => ShellLexer.Expand(word, '\\', ValueOf).Value;

    private static VariableValue ValueOf(string name) => name switch
    {
        "X" => VariableValue.Of("value"),
        "EMPTY" => VariableValue.Of(""),
        "V" => VariableValue.Of("1.24.3"),
        "P" => VariableValue.Of("linux/arm64/v8"),
        "MAYBE" => VariableValue.Unknown,
        "PATH" => VariableValue.SetToUnknown,
        _ => VariableValue.Unset,
    };
}
