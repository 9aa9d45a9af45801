using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Dockstage.Core.IgnoreFiles;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.IgnoreFiles;

public sealed class IgnoreFileTests
{
    /// <summary>
    /// <c>tests/fixtures/ignore-files/facts.json</c>: what moby/patternmatcher itself (v0.6.1 with Go 1.19, on Linux) made of these files and
    /// paths, and whether it took exceptions in them or refused them.
    /// </summary>
    [Fact]
    public void Files_mean_what_moby_patternmatcher_makes_of_them()
    {
        var facts = JsonNode.Parse(File.ReadAllText(FactsFile()))!;
        string[] paths = [.. facts["paths"]!.AsArray().Select(path => (string)path!)];
        var cases = facts["files"]!.AsArray();
        Assert.True(cases.Count >= 80 && paths.Length >= 60);
        var expected = cases.Select(one => (string)one!["text"]! + " => " + Told(
            (bool?)one["refused"] == true, (bool?)one["exceptions"] == true, one["excluded"]!.AsArray().Select(path => (string)path!)));
        var actual = cases.Select(one => (string)one!["text"]!).Select(text => (Text: text, File: IgnoreFile.Read(SourceText.From(text))))
            .Select(one => one.Text + " => " + Told(one.File.IsRefused, one.File.HasExceptions, paths.Where(one.File.Excludes)));
        Assert.Equal(expected, actual);
    }

    /// <summary>It makes a regular expression of a pattern, in which these mean what nobody has in mind, or nothing at all.</summary>
    [Theory]
    [InlineData("\\d", "d")]
    [InlineData("\\d", "1")]
    [InlineData("[z-a]", "b")]
    [InlineData("b?|a", "a")]
    [InlineData("a{1}[b]", "ab")]
    [InlineData("[*]", "x")]
    [InlineData("[?]", "x")]
    [InlineData("[[:digit:]]", "1")]
    public void Patterns_without_a_sensible_meaning_exclude_nothing_and_silence_those_below(string pattern, string path)
    {
        Assert.False(IgnoreFile.Read(SourceText.From(pattern)).Excludes(path));
        Assert.False(IgnoreFile.Read(SourceText.From(pattern + "\n" + path)).Excludes(path));
        Assert.True(IgnoreFile.Read(SourceText.From(path + "\n" + pattern)).Excludes(path));
    }

    [Theory]
    [InlineData(".dockerignore", true)]
    [InlineData("Dockerfile.dockerignore", true)]
    [InlineData("api.dev.dockerignore", true)]
    [InlineData(".gitignore", false)]
    [InlineData("dockerignore", false)]
    public void Names_say_what_is_an_ignore_file(string name, bool isOne) => Assert.Equal(isOne, IgnoreFile.IsNamedSo(Markup.Root.Resolve(name)));

    [Theory]
    [InlineData("", ".")]
    [InlineData(".", ".")]
    [InlineData("./", ".")]
    [InlineData("/", "/")]
    [InlineData("//", "/")]
    [InlineData("a//b/./c/", "a/b/c")]
    [InlineData("a/../b", "b")]
    [InlineData("a/..", ".")]
    [InlineData("../../a", "../../a")]
    [InlineData("/../a", "/a")]
    [InlineData("a/../../b", "../b")]
    [InlineData("...", "...")]
    public void A_path_is_cleaned_as_Go_cleans_it(string path, string expected) => Assert.Equal(expected, CleanPath.Of(path));

    private static string Told(bool isRefused, bool hasExceptions, IEnumerable<string> excluded) =>
        isRefused ? "refused" : (hasExceptions ? "with exceptions: " : "") + string.Join(", ", excluded);

    private static string FactsFile([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../fixtures/ignore-files/facts.json"));
}
