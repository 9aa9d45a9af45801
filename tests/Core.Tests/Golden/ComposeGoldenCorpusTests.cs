namespace Dockstage.Core.Tests.Golden;

public sealed class ComposeGoldenCorpusTests
{
    [Fact]
    public void The_corpus_is_there()
    {
        var all = ComposeGoldenFacts.All;
        Assert.True(all.Length >= 500, $"only {all.Length} set-ups");
        Assert.All(all, one => Assert.NotEmpty(one.Files));
        Assert.All(all, one => Assert.NotEqual(one.Error is null, one.Services is null));
        var texts = all.SelectMany(one => one.Files.Values).Select(file => file.Text.ToString()).ToList();
        Assert.Contains(texts, text => text.Contains("\r\n", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.StartsWith('\uFEFF'));
    }

    /// <summary>Facts are the same on every machine: of all absolute paths they know only the set-up's own and those written in it.</summary>
    [Fact]
    public void No_fact_tells_of_the_machine_on_which_it_was_made()
    {
        var builds = ComposeGoldenFacts.All.SelectMany(one => one.Services ?? []).Select(service => service.Build).ToList();
        Assert.DoesNotContain(builds, build => build?.Context?.Contains("/tmp/", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(
            ComposeGoldenFacts.All, one => one.Warnings.Append(one.Error ?? "").Any(text => text.Contains("/tmp/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_exception_names_a_set_up_and_a_kind_of_fact()
    {
        var names = ComposeGoldenFacts.All.Select(one => one.Name).ToHashSet();
        Assert.All(ComposeGoldenFacts.Exceptions.Concat(ComposeGoldenFacts.Mismatches), entry =>
        {
            Assert.Contains(entry.File, names);
            Assert.Contains(entry.Facts, new[] { "build", "inline", "contexts", "handed", "names", "renames" });
            Assert.NotEmpty(entry.Reason);
        });
    }
}
