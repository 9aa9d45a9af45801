using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Dockstage.Core.Consumers;
using Dockstage.Core.Consumers.Compose;
using Dockstage.Core.Documents;
using Dockstage.Core.Formats;
using Dockstage.Core.Tests.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Consumers;

/// <summary>What holds for every Compose file, however little of it is there.</summary>
public sealed class ComposeFixturesTests
{
    /// <summary>The promise. What takes longer is tried again, for a machine may be busy with other tests: the best attempt counts.</summary>
    private const int Milliseconds = 50;

    /// <summary>For 5,000 lines; a reading that grows with the square of the length takes minutes.</summary>
    private const int LongFileMilliseconds = 3_000;

    private static readonly ComposeConsumer Compose = new();

    public static TheoryData<string> Fixtures => [.. Directory.GetFiles(Folder(), "*.yaml").Select(f => Path.GetFileName(f)).Order()];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Only_the_half_written_file_is_broken(string fixture) =>
        Assert.Equal(fixture == "half-written.yaml", YamlReader.Read(SourceText.From(Read(fixture))).IsBroken);

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Every_prefix_is_read(string fixture)
    {
        var text = Read(fixture);
        for (var length = 0; length <= text.Length; length++)
            CheckPlaces(text[..length]);
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Every_text_with_one_character_less_is_read(string fixture)
    {
        var text = Read(fixture);
        for (var at = 0; at < text.Length; at++)
            CheckPlaces(text.Remove(at, 1));
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Line_ends_change_nothing(string fixture)
    {
        var text = Read(fixture).ReplaceLineEndings("\n");
        var expected = Find(text).Select(Describe);
        Assert.Equal(expected, Find(text.ReplaceLineEndings("\r\n")).Select(Describe));
        Assert.Equal(expected, Find(text.ReplaceLineEndings("\r")).Select(Describe));
    }

    [Theory]
    [InlineData("targ")]
    [InlineData("target")]
    [InlineData("target:")]
    [InlineData("- ")]
    [InlineData("-")]
    [InlineData(": ")]
    [InlineData(": x")]
    [InlineData("@")]
    [InlineData("k: b: c")]
    [InlineData("k: [")]
    [InlineData("k: {b: [")]
    [InlineData("k: \"b")]
    [InlineData("k: 'b")]
    [InlineData("\ttab: x")]
    [InlineData("%")]
    [InlineData("*")]
    [InlineData("&")]
    [InlineData("!")]
    [InlineData("}")]
    [InlineData("]")]
    public void A_line_just_begun_takes_no_other_line_away(string added)
    {
        // A frame in which each line can be told apart: a mistake in one service must leave all others as they are.
        const string Text = """
            services:
              a:
                build:
                  context: a
                  target: one
                image: "a"
              b:
                build: { context: b, target: two }
                ports:
                  - "80:80"
                  - '81:81'
              c:
                build:
                  target: three
                  context: c
            volumes:
              data: {}

            """;
        var lines = Text.ReplaceLineEndings("\n").Split('\n');
        var whole = Find(Text).ToDictionary(t => t.Name!, Describe);
        for (var at = 1; at < lines.Length; at++)
        {
            // Where editors put the cursor after Enter, and where the next line begins.
            var above = Indent(lines[at - 1]) + (lines[at - 1].EndsWith(':') ? 2 : 0);
            foreach (var indent in (int[])[above, Indent(lines[at])])
            {
                var text = string.Join('\n', lines.Take(at).Append(new string(' ', indent) + added).Concat(lines.Skip(at)));
                var found = Find(text).GroupBy(t => t.Name!).ToDictionary(g => g.Key, g => Describe(g.Last()));
                var around = ServicesAround(lines, at);
                foreach (var (name, expected) in whole.Where(w => !around.Contains(w.Key)))
                    Assert.True(found.GetValueOrDefault(name) == expected, $"{name}: {found.GetValueOrDefault(name)}\n{text}");
            }
        }
    }

    [Fact]
    public void A_long_file_with_a_mistake_is_read_in_time()
    {
        var services = string.Concat(Enumerable.Range(0, 500).Select(i => $$"""
              s{{i}}:
                image: "s{{i}}:latest"
                build:
                  context: ./services/s{{i}}
                  target: build
                environment:
                  NAME: service {{i}}
                  LIST: [a, b, "c"]
                ports:
                  - "{{i}}:80"

            """));
        foreach (var mistake in (string[])["", "targ", "a: [", "a: \"", "a: {b: '", "@", ": x"])
        {
            const string Middle = "NAME: service 250";
            var text = "services:\n" + services.Replace(Middle, $"{Middle}\n      {mistake}", StringComparison.Ordinal);
            Assert.InRange(text.Count(c => c == '\n'), 5_000, 5_010);
            Assert.Equal(500, FindInTime(text, LongFileMilliseconds).Count(t => t.Target?.Text == "build"));
        }
    }

    private static void CheckPlaces(string text)
    {
        var targets = FindInTime(text);
        var all = new TextSpan(0, text.Length);
        foreach (var target in targets)
        {
            CheckInside(target.NamePlace.Span);
            CheckInside(target.Dockerfile.Blame.Span);
            foreach (var value in (TextValue?[])[target.Target, target.Context.Value, target.Dockerfile.Value])
            {
                if (value is null)
                    continue;
                CheckInside(value.Span);
                CheckInside(value.Reach);
                Assert.True(value.Reach.Contains(value.Span), text);
                Assert.All(value.Candidates, c => Assert.True(value.Span.Contains(c.Span)));
            }
        }

        foreach (var node in YamlText.Nodes(YamlReader.Read(SourceText.From(text))))
            CheckInside(node.Span);

        void CheckInside(TextSpan span) => Assert.True(span.Length >= 0 && all.Contains(span), $"{span}: {text}");
    }

    /// <summary>The services to which a line belongs that is put in: the one above it, and the one whose name would follow.</summary>
    private static HashSet<string> ServicesAround(string[] lines, int at)
    {
        var around = new HashSet<string>();
        if (lines.Take(at).LastOrDefault(IsService) is { } above)
            around.Add(above.Trim(' ', ':'));
        return around;

        static bool IsService(string line) => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ';
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private static string Describe(BuildTarget target) => string.Join(
        ' ', target.Name, target.Context.Folder?.Uri, target.Dockerfile.IsInline ? "inline" : target.Dockerfile.Candidates.FirstOrDefault()?.Uri, target.Target?.Text);

    private static ImmutableArray<BuildTarget> Find(string text) =>
        Compose.Read(new Document(Markup.Root.Resolve("compose.yaml"), SourceText.From(text)), new NoOthers()).Targets;

    /// <summary>A slow text is slow each time; a busy machine is not.</summary>
    private static ImmutableArray<BuildTarget> FindInTime(string text, int milliseconds = Milliseconds)
    {
        for (var attempt = 1; ; attempt++)
        {
            var clock = Stopwatch.StartNew();
            var targets = Find(text);
            if (clock.ElapsedMilliseconds < milliseconds)
                return targets;
            Assert.True(attempt < 10, $"{clock.ElapsedMilliseconds} ms: {text}");
        }
    }

    private static string Read(string fixture) => File.ReadAllText(Path.Combine(Folder(), fixture));

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../fixtures/compose"));

    private sealed class NoOthers : IDocumentSource
    {
        public DocumentState Find(DocumentPath path) => DocumentState.Unknown;
    }
}
