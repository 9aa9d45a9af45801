using Dockstage.Core.Documents;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Golden;

/// <summary>What the rules of BuildKit's linter find in the golden files against what a real engine found.</summary>
public sealed class GoldenWarningTests
{
    private static readonly string[] HangsOnImage = ["UndefinedVar ", "InvalidBaseImagePlatform "];

    /// <summary>
    /// Files that are checked without a target, arguments and contexts. The engine knows the base image, its environment and its platform;
    /// where Dockstage cannot know them, it stays silent, so of two rules it may say less, but never more. Of a file that the engine refuses
    /// it has told only what it found before.
    /// </summary>
    [Fact]
    public void Warnings_are_those_of_the_engine()
    {
        Assert.True(!GoldenFacts.IsCorpus || GoldenFacts.All.Count(IsComparable) >= 400);
        GoldenFacts.Agree("warnings", file => IsComparable(file) ? Differences(file) : []);
    }

    private static bool IsComparable(GoldenFile file) =>
        file.Target.Length == 0 && file.BuildArgs.IsEmpty && file.Contexts.IsEmpty;

    private static IEnumerable<string> Differences(GoldenFile file)
    {
        var expected = file.Warnings.Select(warning => $"{warning.Rule} in line {warning.Line}: {warning.Detail}").ToHashSet();
        var actual = Found(file).ToHashSet();
        var missing = expected.Except(actual).Where(one => !HangsOnImage.Any(rule => one.StartsWith(rule, StringComparison.Ordinal)));
        var tooMuch = file.Error is null ? actual.Except(expected) : [];
        return missing.Select(one => "missing: " + one).Concat(tooMuch.Select(one => "too much: " + one));
    }

    private static IEnumerable<string> Found(GoldenFile file)
    {
        var path = DocumentPath.FromUri("file:///work/Dockerfile");
        var snapshot = WorkspaceSnapshot.Empty.With(new Document(path, SourceText.From(file.Text)))
            .WithMany(file.IgnoreFiles.Select(ignore => new Document(path.Parent!.Resolve(ignore.Key), SourceText.From(ignore.Value))));
        snapshot = snapshot.Wanted.Aggregate(snapshot, (known, wanted) => known.WithAbsent(wanted));
        var model = snapshot.DockerfileAt(path)!;
        return from found in Diagnostics.Of(snapshot, path, RuleSettings.Default)
               where found.Rule is LintRule
               select $"{found.Code} in line {LineOf(model, found)}: {found.Message.In(Language.English)}";
    }

    /// <summary>BuildKit names the line in which the instruction begins, and for an empty continuation the one in which it ends.</summary>
    private static int LineOf(DockerfileModel model, Diagnostic found)
    {
        var place = model.Syntax.IndexAt(found.Span.Start);
        var line = ((Instruction)model.Syntax.Items[place]).LineSpan;
        var offset = model.Syntax.StartOf(place) + (found.Rule is NoEmptyContinuation ? line.End : line.Start);
        return model.Text.LineAt(offset) + 1;
    }
}
