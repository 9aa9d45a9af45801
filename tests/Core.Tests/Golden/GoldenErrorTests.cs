using System.Text.RegularExpressions;
using Dockstage.Core.Documents;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Golden;

/// <summary>What Dockstage refuses in the golden files against what a real engine refused.</summary>
public sealed partial class GoldenErrorTests
{
    private const string LintPrefix = "lint violation found for rules: ";

    /// <summary>
    /// The engine stops at the first mistake, Dockstage tells of all: of a file that the engine refuses, its reason must be among them, and
    /// of one that it builds, nothing may be refused. Targets, build args and contexts are no part of a Dockerfile, so that no rule knows
    /// them; the model of such a build does.
    /// </summary>
    [Fact]
    public void A_file_is_refused_where_the_engine_refuses_it_and_in_its_words()
    {
        Assert.True(!GoldenFacts.IsCorpus || GoldenFacts.All.Count(file => IsPlain(file) && file.Error is not null) >= 250);
        Assert.True(!GoldenFacts.IsCorpus || GoldenFacts.All.Count(file => IsPlain(file) && file.Error is null) >= 650);
        Assert.True(!GoldenFacts.IsCorpus || GoldenFacts.All.Count(file => !IsPlain(file) && file.Error is not null) >= 15);
        Assert.True(!GoldenFacts.IsCorpus || GoldenFacts.All.Count(file => !IsPlain(file) && file.Error is null) >= 30);
        GoldenFacts.Agree("error", file => IsPlain(file) ? Differences(file) : BuildDifferences(file));
    }

    private static bool IsPlain(GoldenFile file) => file.Target.Length == 0 && file.BuildArgs.IsEmpty && file.Contexts.IsEmpty;

    private static IEnumerable<string> Differences(GoldenFile file)
    {
        var path = DocumentPath.FromUri("file:///work/Dockerfile");
        var snapshot = WorkspaceSnapshot.Empty.With(new Document(path, SourceText.From(file.Text)));
        var model = snapshot.DockerfileAt(path)!;
        var errors = Diagnostics.Of(snapshot, path, RuleSettings.Default).Where(found => found.Severity == Severity.Error).ToList();
        var refusals = errors.Where(found => found.Rule is RefusalRule)
            .SelectMany(found => LinesOf(model, found).Select(line => $"{line}: {found.Message.In(Language.English)}")).ToList();
        if (file.Error is not { } error)
            return refusals.Select(refusal => "false alarm in line " + refusal);
        if (error.Message.StartsWith(LintPrefix, StringComparison.Ordinal))
        {
            var rules = error.Message[LintPrefix.Length..].Split(", ").Order(StringComparer.Ordinal);
            return errors.Where(found => found.Rule is LintRule).Select(found => found.Code).Distinct().Order(StringComparer.Ordinal).SequenceEqual(rules)
                ? []
                : ["engine: " + error.Message];
        }

        var text = Prefix().Replace(error.Message, "");
        var isFound = refusals.Any(refusal => HasNoTrueLine(text) || error.Line is null
            ? refusal[(refusal.IndexOf(':', StringComparison.Ordinal) + 2)..] == text
            : refusal == $"{error.Line}: {text}");
        return isFound ? [] : [$"engine in line {error.Line}: {text}", .. refusals.Select(refusal => "Dockstage in line " + refusal)];
    }

    /// <summary>
    /// BuildKit names the line in which the instruction begins, and for what ONBUILD brings that of the FROM at which it reads it.
    /// </summary>
    private static IEnumerable<int> LinesOf(DockerfileModel model, Diagnostic found) =>
        found.Related.Select(place => place.Span.Start).Prepend(found.Span.Start).Select(offset => LineOf(model, offset));

    private static int LineOf(DockerfileModel model, int offset)
    {
        var place = model.Syntax.IndexAt(offset);
        var isInstruction = place >= 0 && model.Syntax.Items[place] is Instruction;
        return 1 + model.Text.LineAt(isInstruction ? model.Syntax.StartOf(place) + ((Instruction)model.Syntax.Items[place]).LineSpan.Start : offset);
    }

    /// <summary>
    /// Mistakes for which the engine tells the line above or the last one, because it has not counted the line that it is reading, or has
    /// read them all.
    /// </summary>
    private static bool HasNoTrueLine(string text) => text == "file with no instructions"
        || text.EndsWith("parser directive can be used", StringComparison.Ordinal)
        || text.StartsWith("dockerfile line greater than", StringComparison.Ordinal);

    private static IEnumerable<string> BuildDifferences(GoldenFile file)
    {
        var model = DockerfileModel.Parse(SourceText.From(file.Text)).For(new BuildInputs
        {
            Target = file.Target,
            Args = file.BuildArgs,
            Contexts = NamedContexts.Of(file.Contexts.Keys.Select(NameOnTheCommandLine)),
        });
        var texts = model.FindTarget(file.Target) is { } target
            ? model.PlanFor(target).Refusals.Select(refusal => refusal.BuildKitText).ToList()
            : [];
        if (file.Error is not { } error)
            return texts.Select(text => "false alarm: " + text);

        // What has nothing to do with stages is for the rules; unknown targets are compared with the stages.
        return IsAboutReferences(error.Message) && !texts.Contains(error.Message)
            ? [$"engine: {error.Message}", .. texts.Select(text => "Dockstage: " + text)]
            : [];
    }

    /// <summary><c>docker build --build-context</c> hands a name on in the form for which BuildKit looks.</summary>
    private static string NameOnTheCommandLine(string name) => NamedContexts.SoughtFor(name) ?? name;

    private static bool IsAboutReferences(string text) =>
        !Prefix().IsMatch(text) && text != "file with no instructions" && !text.StartsWith("target stage", StringComparison.Ordinal);

    [GeneratedRegex(@"^dockerfile parse error on line \d+: ")]
    private static partial Regex Prefix();
}
