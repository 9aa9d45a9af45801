using System.Diagnostics;
using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Formats;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("a: b", "{a: b}")]
    [InlineData("a:", "{a: -}")]
    [InlineData("- a\n- b: c", "[a, {b: c}]")]
    [InlineData("a: {b: , c: [d, 'e f', \"g\\th\"]}", "{a: {b: -, c: [d, \"e f\", \"g\th\"]}}")]
    [InlineData("a: 1\na: 2", "{a: 1, a: 2}")]
    [InlineData("a: &x b\nc: *x\nd: *y", "{a: &x b, c: *x, d: *y?}")]
    [InlineData("a: !reset null\nb: !override &n\n  c: d", "{a: !reset null, b: &n !override {c: d}}")]
    [InlineData("a: |\n  b\n  c\nd: >-\n  e\n  f", "{a: \"b\\nc\\n\", d: \"e f\"}")]
    [InlineData("a: {b: &x c, d: *x}", "{a: {b: &x c, d: *x}}")]
    [InlineData("a: {b: &x 'c', d: &y e, f: [*x, *y]}", "{a: {b: &x \"c\", d: &y e, f: [*x, *y]}}")]
    [InlineData("a: {'b & c': &x {d: &y e, f: g}, h: &z i , j: *y}", "{a: {\"b & c\": &x {d: &y e, f: g}, h: &z i, j: *y}}")]
    [InlineData("a: &x b\n---\nc: *x", "{a: &x b} --- {c: *x}")]
    [InlineData("a: {b: \"c\u0085d\u2028\", e: f}", "{a: {b: \"c d\u2028\", e: f}}")]
    [InlineData("a: b\n---\nc: d\n...\n---\n", "{a: b} --- {c: d} --- -")]
    [InlineData("%YAML 1.2\n---\na: b", "{a: b}")]
    [InlineData("\uFEFFa: b", "{a: b}")]
    [InlineData("a: b\r\nc:\r\n  d: e\r\n", "{a: b, c: {d: e}}")]
    [InlineData("a: b\rc:\r  d: e\r", "{a: b, c: {d: e}}")]
    [InlineData("", "")]
    [InlineData("# nothing\n", "")]
    public void Whole_texts_are_read_as_they_are(string text, string expected)
    {
        var file = YamlReader.Read(SourceText.From(text));
        Assert.Equal(expected, YamlText.Of(file));
        Assert.False(file.IsBroken);
    }

    [Theory]
    [InlineData("a: b\ntarg\nc: d", "{a: b, c: d}")]
    [InlineData("targ\nc: d", "{c: d}")]
    [InlineData("s:\n  w:\n    b:\n      c: .\n      targ\n    i: x\n  v: 1\n", "{s: {w: {b: {c: .}, i: x}, v: 1}}")]
    [InlineData("s:\n  w:\n    b:\n      targ\n      c: .\n    i: x\n  v: 1\n", "{s: {w: {b: {c: .}, i: x}, v: 1}}")]
    [InlineData("s:\n  web\n  v: 1\nu: 2", "{s: {v: 1}, u: 2}")]
    [InlineData("s\n  w:\n    b: .\n", "{s: {w: {b: .}}}")]
    [InlineData("s:\n  w\n    b: .\n  v:\n    b: .\n", "{s: {w: {b: .}, v: {b: .}}}")]
    [InlineData("a:\n  b: [x\n  c: d\ne: f", "{a: {b: [x], c: d}, e: f}")]
    [InlineData("a:\n  b: {c: x, d: y\ne: f", "{a: {b: {c: x, d: y}}, e: f}")]
    [InlineData("a:\n  b: {\n    c: x,\n    d: y\ne: f", "{a: {b: {c: x, d: y}}, e: f}")]
    [InlineData("a: [\n  b:\n    c: d\ne: f", "{a: {b: {c: d}}, e: f}")]
    [InlineData("a: \"bui\nc: d\ne: \"f\"", "{a: \"bui\", c: d, e: \"f\"}")]
    [InlineData("a: 'bui\nc: d", "{a: \"bui\", c: d}")]
    [InlineData("a:\n  b: {c: ., d: \"x\ne: f", "{a: {b: {c: ., d: \"x\"}}, e: f}")]
    [InlineData("a:\n  : b\n  c: d\n: \ne: f", "{a: {c: d}, e: f}")]
    [InlineData("a:\n  - x\n  y\n  - z\nb: c", "{a: [x, z], b: c}")]
    [InlineData("a:\n- x\n  y: 1\n- z\nb: c", "{a: [{y: 1}, z], b: c}")]
    [InlineData("a:\n- x: 1\n   y: 2\n- z: 3\nb: c", "{a: [{x: 1, y: 2}, {z: 3}], b: c}")]
    [InlineData("a:\n  b: c\n\td: e\n  f: g\nh: i", "{a: {b: c, f: g}, h: i}")]
    [InlineData("a:\n\tb: c\n\td:\n\t\te: f\ng: h", "{a: {b: c, d: {e: f}}, g: h}")]
    [InlineData("a:\n      b: c\n    d: e\nf: g", "{a: {b: c, d: e}, f: g}")]
    [InlineData("a: b\n  c: d\ne: f", "{a: b, c: d, e: f}")]
    [InlineData("a: &x\n  b: c\n  oops\nd: *x\n", "{a: &x {b: c}, d: *x}")]
    [InlineData("a: *\nb: c", "{a: -, b: c}")]
    [InlineData("a: &\n  b: c\nd: e", "{a: {b: c}, d: e}")]
    [InlineData("a: b\noops\n---\nc: d\n---\ne: @\nf: g", "{a: b} --- {c: d} --- {e: -, f: g}")]
    [InlineData("a: x\noops\nb: |\n  # no comment\n  t:\n   - u\nc: d", "{a: x, b: \"# no comment\\nt:\\n - u\\n\", c: d}")]
    [InlineData("a:\n  b: c\n# low comment\n  oops\n  d: e", "{a: {b: c, d: e}}")]
    [InlineData("\uFEFFa: b\noops\nc: d", "{a: b, c: d}")]
    [InlineData("a: b\r\noops\r\nc:\r\n  d: e\r\n", "{a: b, c: {d: e}}")]
    [InlineData("a: b: c\nd: e", "{a: -, d: e}")]
    [InlineData("a:\n  b:\n    c: d\noops\n    e: f\n  g: h", "{a: {b: {c: d, e: f}, g: h}}")]
    [InlineData("a:\n  b:\n    c: d\nx: y\n    e: f\n  g: h", "{a: {b: {c: d, e: f}, g: h}}")]
    [InlineData("a:\n  b:\n    c: d\n @\n    e: f\n  g: h", "{a: {b: {c: d, e: f}, g: h}}")]
    [InlineData("a:\n  b:\n    c: d\n  : x:\n    e: f\n  g: h", "{a: {b: {c: d, e: f}, g: h}}")]
    public void A_mistake_costs_no_more_than_its_own_line(string text, string expected)
    {
        var file = YamlReader.Read(SourceText.From(text));
        Assert.Equal(expected, YamlText.Of(file));
        Assert.True(file.IsBroken);
    }

    [Theory]
    [InlineData("{|k:a|}: {|v:b|}")]
    [InlineData("{|k:a|}:{|v:|} ")]
    [InlineData("{|k:a|}:{|v:|} # comment")]
    [InlineData("'{|k:a|}' : '{|v:it''s|}' # c")]
    [InlineData("\"{|k:a|}\": \"{|v:b\\\"c|}\"\n")]
    [InlineData("{|k:a|}: &x !t {|v:b|}")]
    [InlineData("{|k:a|}: !reset{|v:|}\nz: 1")]
    [InlineData("{|k:a|}: &x{|v:|}\n")]
    [InlineData("{|k:a|}: &x # c\n  \"{|v:b|}\"")]
    [InlineData("{|k:a|}: |\n  {|v:b\n  c|}\n\nz: 1")]
    [InlineData("{|k:a|}: >-\n\n  {|v:b|}\n")]
    [InlineData("{|k:a|}:\n  {|v:b|}\n")]
    [InlineData("{{|k:a|}:{|v:|} , z: 1}")]
    [InlineData("{{|k:a|}: {|v:b|} , z: 1}")]
    [InlineData("\uFEFF{|k:a|}: {|v:😀|}")]
    [InlineData("{|k:a😀|}: \"{|v:😀|}\"\nz: 1\n")]
    [InlineData("{|k:a|}: {|v:b|}\noops\nz: 1")]
    [InlineData("{|k:a|}: \"{|v:b|}\nz: 1")]
    [InlineData("{|k:a|}: {|v:{b: c, d: }|} # c")]
    [InlineData("{|k:a|}:\n  {|v:- b\n  - c|}\n\nz: 1")]
    [InlineData("{|k:a|}:\n  {|v:b: c\n  d: e|}\n\nz: 1")]
    public void Places_are_exact(string marked)
    {
        PlacesAreExact(marked);
        PlacesAreExact(marked.ReplaceLineEndings("\r\n"));
        PlacesAreExact(marked.ReplaceLineEndings("\r"));
    }

    private static void PlacesAreExact(string marked)
    {
        var lineEnd = marked.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : marked.Contains('\r') ? "\r" : "\n";
        var input = Markup.ParseOne(marked, lineEnd: lineEnd);
        var root = Assert.IsType<YamlMapping>(YamlReader.Read(SourceText.From(input.Text)).Documents[0]);
        Assert.Equal(marked, Mark(input.Text, ("v", root.Entries[0].Value.Span), ("k", root.Entries[0].Key.Span)));
    }

    [Fact]
    public void Merge_keys_are_followed_and_own_keys_win()
    {
        var root = (YamlMapping)YamlReader.Read(SourceText.From("""
            x: &x { a: 1, b: 1, c: 1 }
            y: &y { <<: *x, b: 2, d: 2 }
            z: { <<: [*y, { d: 3, e: 3 }], c: 4, c: 5 }
            """)).Documents[0];
        var merged = (YamlMapping)root.Entries[2].Value;
        Assert.Equal("c=5 b=2 d=2 a=1 e=3", string.Join(' ', merged.MergedEntries().Select(e => $"{e.Name}={((YamlScalar)e.Value).Text}")));
        Assert.All(merged.MergedEntries(), e => Assert.Same(e, merged.Find(e.Name!)));
        Assert.Null(merged.Find("f"));
    }

    [Fact]
    public void Merge_keys_in_a_circle_end()
    {
        var root = (YamlMapping)YamlReader.Read(SourceText.From("a: &a\n  <<: [*a, *a]\n  k: 1\nb: &b {<<: *b}\n")).Documents[0];
        Assert.NotNull(((YamlMapping)root.Entries[0].Value).Find("k"));
        Assert.Null(((YamlMapping)root.Entries[1].Value).Find("k"));
    }

    public static TheoryData<string, string> Monsters => new()
    {
        { "deep blocks", string.Concat(Enumerable.Range(0, 1_000).Select(i => new string(' ', i) + "a:\n")) },
        { "deep broken blocks", string.Concat(Enumerable.Range(0, 1_000).Select(i => new string(' ', i) + "a:\n")) + "@\n" },
        { "deep brackets", "a: " + new string('[', 100_000) },
        { "deep braces", "a: " + string.Concat(Enumerable.Repeat("{a: ", 100_000)) },
        { "deep dashes", string.Concat(Enumerable.Repeat("- ", 50_000)) },
        { "a bracket on every line", string.Concat(Enumerable.Repeat("a: [\n", 5_000)) },
        { "a quote on every line", string.Concat(Enumerable.Repeat("a: \"x\n", 5_001)) },
        { "an error on every line", string.Concat(Enumerable.Repeat("a: @\n", 5_000)) },
        { "stairs", string.Concat(Enumerable.Range(0, 2_000).Select(i => new string(' ', (i * 7) % 40) + "a: [\n")) },
        { "many entries", string.Concat(Enumerable.Range(0, 100_000).Select(i => $"k{i}: v\n")) },
        { "alias bomb", "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 1_000).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n")) },
        { "binary", string.Concat(Enumerable.Range(0, 60_000).Select(i => (char)(i * 7919 % 65_536))) },
        { "lone surrogates", "a: \uD83D\n\uDE00: \"\uD83D\"\n[" },
        { "NUL", "a: b\0\nc: d\n\0\0" },
        { "only tabs", string.Concat(Enumerable.Repeat("\t\ta: b\n", 1_000)) },
        { "only quotes", new string('"', 10_001) },
        { "only colons", string.Concat(Enumerable.Repeat(": ", 10_000)) },
        { "only question marks", string.Concat(Enumerable.Repeat("? ", 10_000)) },
        { "one long line", "a: " + new string('x', 1_000_000) + "\n@" },
    };

    [Theory]
    [MemberData(nameof(Monsters))]
    public void Hostile_texts_end_in_time_and_every_place_is_inside_the_text(string name, string text)
    {
        var clock = Stopwatch.StartNew();
        var file = YamlReader.Read(SourceText.From(text));
        // Generous, for it may run on a busy machine; what grows with the square of the length takes minutes.
        Assert.True(clock.ElapsedMilliseconds < 10_000, $"{name}: {clock.ElapsedMilliseconds} ms");
        foreach (var node in YamlText.Nodes(file))
            Assert.True(node.Span.Start >= 0 && node.Span.Length >= 0 && node.Span.End <= text.Length, name);
    }

    private static string Mark(string text, params (string Name, TextSpan Span)[] spans)
    {
        foreach (var (name, span) in spans)
            text = text.Insert(span.End, "|}").Insert(span.Start, "{|" + name + ":");
        return text;
    }
}
