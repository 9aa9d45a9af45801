using Dockstage.Core.Semantics;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Semantics;

/// <summary>Reads Dockerfiles for tests and shows stages in words.</summary>
internal static class Model
{
    public static DockerfileModel Of(string text) => DockerfileModel.Parse(SourceText.From(text));

    /// <summary>The bases of all stages: <c>stage 0</c>, <c>image alpine</c>, <c>scratch</c> or <c>?</c>.</summary>
    public static IEnumerable<string> BasesOf(string text) => Of(text).Stages.Select(stage => stage.Base switch
    {
        StageBase.OnStage(var other) => "stage " + other.Index,
        StageBase.OnImage(var image) => "image " + image,
        StageBase.OnScratch => "scratch",
        _ => "?",
    });

    /// <summary>What every reference but those of FROM names: an index or <c>-</c>.</summary>
    public static string TargetsOf(string text) => string.Join(' ', Of(text).References
        .Where(reference => reference.Kind != StageReferenceKind.From)
        .Select(reference => reference.Stage?.Index.ToString() ?? "-"));
}
