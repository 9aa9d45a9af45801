using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Features.Fixes;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Semantics;
using Dockstage.Core.Tests.Golden;
using Dockstage.Core.Tests.Parsing;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Features.Fixes;

/// <summary>What holds for every fix of every finding, tried on a thousand Dockerfiles.</summary>
public sealed class EveryFixTests
{
    private static readonly DocumentPath Path = Markup.Root.Resolve("Dockerfile");

    private static readonly Lazy<ImmutableArray<(string Name, string Text)>> Texts = new(() =>
    [
        .. GoldenFacts.All.Select(file => (file.Name, file.Text)),
        .. DockerfileFixtures.Names.Select(name => (name.Data, DockerfileFixtures.Read(name.Data))),
    ]);

    /// <summary>
    /// What a mistake hides, and what is seen as soon as it is put right: the value of a flag that is unknown or of a variable that is, an ARG without
    /// a default, which had no effect where no variable is replaced, and the stage that an unknown option of a mount names.
    /// </summary>
    private static readonly (string Fixed, string Seen)[] Hidden =
    [
        ("UnknownFlag", "InvalidPlatform"),
        ("UndefinedVar", "InvalidArgument"),
        ("VariableInFrom", "BlankBaseName"),
        ("InvalidMount", "CircularDependency"),
    ];

    [Fact]
    public void After_a_fix_its_finding_is_gone_and_no_error_has_come()
    {
        var problems = new List<string>();
        var tried = new HashSet<Type>();
        foreach (var (name, text) in Texts.Value)
        {
            var snapshot = SnapshotOf(text);
            var before = Findings(snapshot);
            foreach (var found in before)
            {
                foreach (var fix in FixTable.All.Where(fix => fix.IsFor(found.Rule)))
                {
                    foreach (var offered in fix.Offer(new FixRequest(snapshot, Path, found)))
                    {
                        tried.Add(fix.GetType());
                        var after = Findings(FixAssert.Apply(snapshot, offered.Change()));
                        var what = $"{name}: {found.Code} at {found.Span.Start}: {offered.Title.In(Language.English)}";
                        if (after.Count(one => one.Code == found.Code) >= before.Count(one => one.Code == found.Code))
                            problems.Add(what + " is still found");
                        problems.AddRange(NewErrors(before, after).Where(code => !Hidden.Contains((found.Code, code))).Select(code => $"{what} makes {code}"));
                    }
                }
            }
        }

        Assert.True(problems.Count == 0, string.Join("\n", problems));

        // Of the others some are for compose files, and some for rules that are not in the table yet.
        string[] forCompose = ["RemoveUnusedContext", "UseDefaultTarget", "AddMissingStage", "CreateDockerfile"];
        Assert.Equal(
            FixTable.All.Where(fix => RuleTable.All.Any(fix.IsFor)).Select(fix => fix.GetType().Name).Except(forCompose),
            FixTable.All.Select(fix => fix.GetType()).Where(tried.Contains).Select(type => type.Name));
    }

    [Fact]
    public void Fixing_everything_leaves_nothing_to_fix_and_builds_the_same()
    {
        var changed = 0;
        foreach (var (name, text) in Texts.Value)
        {
            var snapshot = SnapshotOf(text);
            var edits = FixAll.Of(snapshot, Path, RuleSettings.Default);
            if (edits.IsEmpty)
                continue;
            changed++;
            var fixedText = edits.Reverse().Aggregate(SourceText.From(text), (text, edit) => text.With(edit));
            var after = SnapshotOf(fixedText.ToString());
            if (IsMadeWhole(snapshot))
                continue;
            Assert.True(FixAll.Of(after, Path, RuleSettings.Default).IsEmpty, $"{name}: something is left:\n{fixedText}");
            Assert.True(Meaning(snapshot) == Meaning(after), $"{name}:\n{Meaning(snapshot)}\nbecomes\n{Meaning(after)}");
        }

        Assert.True(changed > 100, $"only {changed} files");
    }

    /// <summary>
    /// Whether letters in the wrong case made the file an error: a base (<c>FROM Build</c>) that becomes a stage, a flag (<c>--FROM</c>).
    /// </summary>
    private static bool IsMadeWhole(WorkspaceSnapshot snapshot) =>
        snapshot.DockerfileAt(Path)! is var model && model.Stages.Any(stage => LowerCaseBase.MeantBy(model, stage) is not null)
        || Findings(snapshot).Any(found => found.Code == "UnknownFlag");

    /// <summary>The stages, what each is built on, whom they name, and the variables with which each ends.</summary>
    private static string Meaning(WorkspaceSnapshot snapshot)
    {
        var model = snapshot.DockerfileAt(Path)!;
        var stages = model.Stages.Select(stage => $"{stage.Index} {stage.Name} on {BaseOf(stage)}: "
            + string.Join(", ", model.ScopeOf(stage).End.Variables.Values.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => $"{one.Name}={one.Value}")));
        var references = model.References.Select(reference => $"{reference.Kind} in {reference.StageIndex}: {reference.Stage?.Index}");
        return string.Join("\n", stages.Concat(references));
    }

    private static string BaseOf(Stage stage) => stage.Base switch
    {
        StageBase.OnStage(var other) => other.Label,
        StageBase.OnImage image => image.Reference,
        var other => other.GetType().Name,
    };

    private static WorkspaceSnapshot SnapshotOf(string text) => WorkspaceSnapshot.Empty.With(new Document(Path, SourceText.From(text)));

    private static ImmutableArray<Diagnostic> Findings(WorkspaceSnapshot snapshot) => Diagnostics.Of(snapshot, Path, RuleSettings.Default);

    /// <summary>The errors of which there are more than before. A message may change with the words that it quotes.</summary>
    private static IEnumerable<string> NewErrors(IEnumerable<Diagnostic> before, IEnumerable<Diagnostic> after)
    {
        var counts = Errors(before).CountBy(code => code).ToDictionary();
        return Errors(after).CountBy(code => code).Where(one => one.Value > counts.GetValueOrDefault(one.Key)).Select(one => one.Key);
    }

    private static IEnumerable<string> Errors(IEnumerable<Diagnostic> findings) =>
        findings.Where(found => found.Severity == Severity.Error).Select(found => found.Code);
}
