using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Formats;

public sealed class JsonReaderTests
{
    private const string Everything = """
        { // a comment, "quoted"
          "a": [1, -2.5e+3, true, false, null,], /* another
          comment */
          "b c": { "d": "é\u00e9\n\"\\😀" },
        }
        """;

    [Fact]
    public void Comments_and_trailing_commas_are_allowed() => Reads(
        Everything, """{a: [1 -2.5e+3 true false null] b c: {d: "éé⏎"\😀"}}""");

    [Theory]
    [InlineData("", "nothing")]
    [InlineData(" \r\n // x", "nothing")]
    [InlineData("\uFEFF{}", "{}")]
    [InlineData("\"x\"", "\"x\"")]
    [InlineData("""{"a": 1, "a": 2}""", "{a: 1 a: 2}")]
    public void These_texts_are_right(string text, string expected) => Reads(text, expected);

    [Theory]
    [InlineData("{\"a\": 1}[|}|]", "{a: 1}", "Unexpected")]
    [InlineData("""{"a": [|oops|], "b": 1}""", "{a: ? b: 1}", "NotQuoted")]
    [InlineData("""{[|a|]: 1}""", "{a: 1}", "NotQuoted")]
    [InlineData("""{[|'a'|]: [|'b'|]}""", "{a: \"b\"}", "NotQuoted NotQuoted")]
    [InlineData("{\"a\": [|\"b|]\n}", "{a: \"b\"}", "UnclosedText")]
    [InlineData("""{"a": 1} [|/*|]""", "{a: 1}", "Unclosed")]
    [InlineData("""{[|"a"|]}""", "{a: nothing}", "MissingColon")]
    [InlineData("""{[|"a"|], "b": 1}""", "{a: nothing b: 1}", "MissingColon")]
    [InlineData("""{"a"[|:|]}""", "{a: nothing}", "MissingValue")]
    [InlineData("{\"a\"[|:|]\n \"b\": 1}", "{a: nothing b: 1}", "MissingValue")]
    [InlineData("{\"a\": [|1|]\n \"b\": 2}", "{a: 1 b: 2}", "MissingComma")]
    [InlineData("""[[|1|] 2]""", "[1 2]", "MissingComma")]
    [InlineData("""["a[|\q|]b"]""", """["a\qb"]""", "InvalidEscape")]
    [InlineData("""["[|\u|]12"]""", """["\u12"]""", "InvalidEscape")]
    [InlineData("[\"a[|\t|]b\"]", "[\"a\tb\"]", "InvalidEscape")]
    [InlineData("""[[|01|], [|+1|], [|1.|], [|.5|], [|1.e5|], 0, -0.5]""", "[? ? ? ? ? 0 -0.5]", "Unexpected Unexpected Unexpected Unexpected Unexpected")]
    [InlineData("""[1[|:|] 2]""", "[1 2]", "Unexpected")]
    [InlineData("""{} [|"more"|]""", "{}", "Unexpected")]
    public void Mistakes_are_found_and_the_rest_is_read(string marked, string expected, string errors)
    {
        var file = Markup.ParseOne(marked);
        var json = JsonReader.Read(SourceText.From(file.Text));
        Assert.Equal(expected, Dump(json.Root));
        Assert.Equal(errors, string.Join(' ', json.Errors.Select(error => error.Kind)));
        Assert.Equal(Markup.Render(file.Text, file.Spans), Markup.Render(file.Text, json.Errors.Select(error => error.Span)));
    }

    [Theory]
    [InlineData("""{"a": [1""", "{a: [1]}", 0, 6)]
    [InlineData("""{"a": [1}""", "{a: [1]}", 6)]
    [InlineData("""[{"a": 1]""", "[{a: 1}]", 1)]
    public void What_is_not_closed_is_told_at_its_opening(string text, string expected, params int[] places)
    {
        var json = JsonReader.Read(SourceText.From(text));
        Assert.Equal(expected, Dump(json.Root));
        Assert.All(json.Errors, error => Assert.Equal(JsonErrorKind.Unclosed, error.Kind));
        Assert.Equal(places, json.Errors.Select(error => error.Span.Start));
    }

    [Fact]
    public void Spans_of_texts_are_with_and_without_their_quotes()
    {
        var text = SourceText.From("""{ "k": "v" }""");
        var member = ((JsonObject)JsonReader.Read(text).Root!).Members.Single();
        Assert.Equal(["\"k\"", "k"], [text.ToString(member.Key.Span), text.ToString(member.Key.Content)]);
        Assert.Equal("\"v\"", text.ToString(member.Value!.Span));
    }

    [Fact]
    public void Nesting_that_nobody_writes_is_not_followed()
    {
        var json = JsonReader.Read(SourceText.From(new string('[', 100_000)));
        Assert.Contains(json.Errors, error => error.Kind == JsonErrorKind.TooDeep);
    }

    [Fact]
    public void Every_prefix_and_every_text_without_one_unit_is_read_without_a_span_outside()
    {
        for (var i = 0; i <= Everything.Length; i++)
        {
            StaysInside(Everything[..i]);
            if (i < Everything.Length)
                StaysInside(Everything.Remove(i, 1));
        }
    }

    private static void StaysInside(string text)
    {
        var json = JsonReader.Read(SourceText.From(text));
        var whole = new TextSpan(0, text.Length);
        Assert.All(json.Errors, error => Assert.True(whole.Contains(error.Span), text));
        if (json.Root is { } root)
            Assert.True(whole.Contains(root.Span), text);
    }

    private static void Reads(string text, string expected)
    {
        var json = JsonReader.Read(SourceText.From(text));
        Assert.Empty(json.Errors);
        Assert.Equal(expected, Dump(json.Root));
    }

    private static string Dump(JsonNode? node) => node switch
    {
        null => "nothing",
        JsonObject value => $"{{{string.Join(' ', value.Members.Select(member => $"{member.Key.Value}: {Dump(member.Value)}"))}}}",
        JsonArray value => $"[{string.Join(' ', value.Items.Select(Dump))}]",
        JsonText value => $"\"{value.Value.Replace('\n', '⏎')}\"",
        JsonNumber value => value.Written,
        JsonFlag value => value.Value ? "true" : "false",
        JsonNull => "null",
        _ => "?",
    };
}
