using System.Collections.Immutable;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Semantics;

/// <summary>Reads Dockerfiles for tests and shows what they mean in words.</summary>
internal static class Model
{
    public static DockerfileModel Of(string text) => DockerfileModel.Parse(SourceText.From(text));

    /// <summary>As a build with named contexts understands it.</summary>
    public static DockerfileModel WithContexts(string text, string contexts) =>
        Of(text).For(new BuildInputs { Contexts = NamedContexts.Of(contexts.Split(' ', StringSplitOptions.RemoveEmptyEntries)) });

    /// <summary>As a build with arguments (<c>A=1 B=2</c>) understands it.</summary>
    public static DockerfileModel WithArgs(string text, string args) => Of(text).For(new BuildInputs
    {
        Args = args.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(arg => arg.Split('=', 2))
            .ToImmutableDictionary(pair => pair[0], pair => pair[1]),
    });

    /// <summary>The bases of all stages: <c>stage 0</c>, <c>image alpine</c>, <c>context c</c>, <c>scratch</c> or <c>?</c>.</summary>
    public static IEnumerable<string> BasesOf(string text) => BasesOf(Of(text));

    /// <inheritdoc cref="BasesOf(string)"/>
    public static IEnumerable<string> BasesOf(DockerfileModel model) => model.Stages.Select(stage => stage.Base switch
    {
        StageBase.OnStage(var other) => "stage " + other.Index,
        StageBase.OnImage(var image) => "image " + image,
        StageBase.OnContext(var name) => "context " + name,
        StageBase.OnScratch => "scratch",
        _ => "?",
    });

    /// <summary>What every reference but those of FROM names: an index or <c>-</c>.</summary>
    public static string TargetsOf(string text) => string.Join(' ', Of(text).References
        .Where(reference => reference.Kind != StageReferenceKind.From)
        .Select(reference => reference.Stage?.Index.ToString() ?? "-"));

    /// <summary>A meaning in words; for an error BuildKit's text behind <c>!</c>.</summary>
    public static string Show(ReferenceMeaning meaning) => meaning switch
    {
        ReferenceMeaning.OfStage(var stage) => "stage " + stage.Index,
        ReferenceMeaning.OfImage(var image) => "image " + image,
        ReferenceMeaning.OfContext(var name) => "context " + name,
        ReferenceMeaning.OfBuildContext => "build context",
        ReferenceMeaning.OfScratch => "scratch",
        ReferenceMeaning.InChildren => "in children",
        ReferenceMeaning.OfNothing(var problem) => "! " + problem.BuildKitText,
        _ => throw new ArgumentOutOfRangeException(nameof(meaning)),
    };

    /// <summary>The plan of a build; the target is written as on the command line.</summary>
    public static BuildPlan PlanOf(this DockerfileModel model, string target) => model.PlanFor(model.FindTarget(target)!);

    /// <summary>The stages that a build runs, each by its label.</summary>
    public static string Runs(this DockerfileModel model, string target) =>
        string.Join(' ', model.PlanOf(target).Runs.Select(step => step.Stage.Label));
}
