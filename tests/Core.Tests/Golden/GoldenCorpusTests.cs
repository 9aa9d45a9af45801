namespace Dockstage.Core.Tests.Golden;

public sealed class GoldenCorpusTests
{
    [Fact]
    public void The_corpus_is_there()
    {
        Assert.True(GoldenFacts.All.Length >= 400, $"only {GoldenFacts.All.Length} files");
        Assert.True(GoldenFacts.All.Sum(file => file.Plans.Length) >= 40, "fewer than 40 plans");
        Assert.Contains(GoldenFacts.All, file => file.Text.Contains("\r\n", StringComparison.Ordinal));
        Assert.Contains(GoldenFacts.All, file => file.Text.StartsWith('\uFEFF'));
        Assert.Contains(GoldenFacts.All, file => !file.IgnoreFiles.IsEmpty);
    }

    /// <summary>All of them but the one of which the engine used cannot give an example.</summary>
    [Fact]
    public void Every_rule_of_BuildKit_is_broken_somewhere()
    {
        Assert.Equal(
            [
                "ConsistentInstructionCasing", "CopyIgnoredFile", "DuplicateStageName", "ExposeInvalidFormat", "ExposeProtoCasing",
                "FromAsCasing", "FromPlatformFlagConstDisallowed", "InvalidDefaultArgInFrom", "InvalidDefinitionDescription",
                "JSONArgsRecommended", "LegacyKeyValueFormat", "MaintainerDeprecated", "MultipleInstructionsDisallowed",
                "NoEmptyContinuation", "RedundantTargetPlatform", "ReservedStageName", "SecretsUsedInArgOrEnv", "StageNameCasing",
                "UndefinedArgInFrom", "UndefinedVar", "WorkdirRelativePath",
            ],
            GoldenFacts.All.SelectMany(file => file.Warnings).Select(warning => warning.Rule).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_fact_tells_of_an_image_that_was_missing()
    {
        Assert.DoesNotContain(GoldenFacts.All, file =>
            file.Error?.Message.Contains("failed to resolve source metadata", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Every_exception_names_a_file_and_a_kind_of_fact()
    {
        var files = GoldenFacts.All.Select(file => file.Name).ToHashSet();
        Assert.All(GoldenFacts.Exceptions.Concat(GoldenFacts.Mismatches), entry =>
        {
            Assert.Contains(entry.File, files);
            Assert.Contains(entry.Facts, new[] { "warnings", "error", "stages", "target", "plan" });
            Assert.NotEmpty(entry.Reason);
        });
    }
}
