using Dockstage.Core.Formats;
using Dockstage.Core.Tests.Golden;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Embedded;

/// <summary>Each piece of a scalar's text stands where the map says, in every way in which YAML can be written.</summary>
public sealed class MappedTextTests
{
    [Theory]
    [InlineData("k: |\n  one\n\n    two\n  three\n", "one\n\n  two\nthree\n")]
    [InlineData("k: |-\n  one\n  two\n\n", "one\ntwo")]
    [InlineData("k: |+\n  one\n\n\n", "one\n\n\n")]
    [InlineData("k: |2\n    one\n  two\n", "  one\ntwo\n")]
    [InlineData("k: | # remark\n\n  one\n", "\none\n")]
    [InlineData("- |\n one\n\t\n", null)]
    [InlineData("k: |\r\n  one\r\n\r\n  two\r\n", "one\n\ntwo\n")]
    [InlineData("\uFEFFk: |\n  one 😀\n  \ttwo\n", "one 😀\n\ttwo\n")]
    [InlineData("k: >\n  one\n  two\n\n  three\n    four\n  five\n", "one two\nthree\n  four\nfive\n")]
    [InlineData("k: >-\r\n  one\r\n\r\n\r\n  two\r\n", "one\n\ntwo")]
    [InlineData("k: one\n  two\n\n  three\n", "one two\nthree")]
    [InlineData("k: 'one''s\n  two'\n", "one's two")]
    [InlineData("k: \"one\\ntwo \\\"\\x41\\u00e9\\U0001F600\\\n   three\\\\\"\n", "one\ntwo \"Aé😀three\\")]
    [InlineData("k: \"one\n\n  two\"\n", "one\ntwo")]
    public void Every_style_is_read(string yaml, string? expected)
    {
        var (source, scalar) = (SourceText.From(yaml), Assert.Single(Scalars(SourceText.From(yaml)).Skip(yaml.StartsWith('-') ? 0 : 1)));
        var read = YamlScalarText.Of(source, scalar);
        if (expected is not null)
            Assert.Equal(expected, scalar.Text);
        Assert.True(expected is null || read is not null, "no map");
        if (read is var (text, _))
            Check(source, scalar, text);
    }

    [Fact]
    public void Every_scalar_of_the_golden_compose_files_is_read()
    {
        var count = 0;
        // U+0085 is a line end to go-yaml and none to us, and NUL the end of the text to YamlDotNet: what stands where cannot be told.
        foreach (var document in ComposeGoldenFacts.All.SelectMany(one => one.Files.Values.Where(file => !file.Text.ToString().AsSpan().ContainsAny('\u0085', '\0')).Where(file => file.Path.Name.EndsWith(".yaml", StringComparison.Ordinal) || file.Path.Name.EndsWith(".yml", StringComparison.Ordinal))))
        {
            foreach (var scalar in Scalars(document.Text).Where(scalar => scalar.Text.Length > 0 && !scalar.Span.IsEmpty && scalar.Text.Trim().Length > 0))
            {
                Assert.True(YamlScalarText.Of(document.Text, scalar) is not null, $"{document.Path}: {scalar.Style} {scalar.Text}");
                Check(document.Text, scalar, YamlScalarText.Of(document.Text, scalar)!.Value.Text);
                count++;
            }
        }

        Assert.True(count > 1_000, $"{count} scalars");
    }

    private static void Check(SourceText source, YamlScalar scalar, MappedText text)
    {
        Assert.Equal(scalar.Text, text.Text.ToString());
        var last = text.HostSpan.Start;
        for (var at = 0; at < text.Text.Length; at++)
        {
            var host = text.ToHost(new TextSpan(at, 1));
            Assert.True(host.Start >= last && host.End <= source.Length, $"{at} of {scalar.Text}");
            last = host.Start;
            if (host.Length == 1 && source[host.Start] == text.Text[at])
                Assert.Equal(at, text.ToInner(host.Start));
            // Everything else is written as a whole: an escape, a line end with what stands between.
            else
                Assert.True(source.ToString(host) is ['\\', ..] or "''" || source.Slice(host).IndexOfAny("\r\n") >= 0 || source.Slice(host).IsWhiteSpace() || text.Text[at] == '\n', $"{at} of {scalar.Text}");
        }

        Assert.Equal(text.Text.Length, text.ToInner(text.HostSpan.End));
        Assert.Null(text.ToInner(text.HostSpan.Start - 1));
        Assert.Null(text.ToInner(text.HostSpan.End + 1));
    }

    private static IEnumerable<YamlScalar> Scalars(SourceText text)
    {
        var waiting = new Queue<YamlNode>(YamlReader.Read(text).Documents);
        while (waiting.TryDequeue(out var node))
        {
            if (node is YamlScalar scalar)
                yield return scalar;
            foreach (var child in node is YamlMapping mapping ? mapping.Entries.SelectMany(entry => (YamlNode[])[entry.Key, entry.Value]) : (node as YamlSequence)?.Items ?? [])
                waiting.Enqueue(child);
        }
    }
}
