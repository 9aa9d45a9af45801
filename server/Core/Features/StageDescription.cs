using System.Text;
using Dockstage.Core.Consumers;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>A stage in words: what hover shows and what completion shows beside its list.</summary>
internal static class StageDescription
{
    /// <summary>The chain from the external base to the stage: <c>golang:1.22 ← develop ← builder</c>.</summary>
    public static string Chain(DockerfileModel model, Stage stage, Language language)
    {
        var ancestry = model.AncestryOf(stage);
        var names = new List<string> { BaseOf(ancestry[^1], language) };
        if (ancestry.Length > Limits.ChainStages)
            names.Add("…");
        names.AddRange(ancestry.Take(Limits.ChainStages).Reverse().Select(s => NameIn(s, language)));
        return string.Join(" ← ", names);
    }

    /// <summary>A stage's name, and of one without a name what people call it: a bare number among names says nothing.</summary>
    public static string NameIn(Stage stage, Language language) => stage.Name ?? MessageTable.StageByIndex.In(language, stage.Label);

    /// <summary>What a stage stands on directly: a stage's name, an image, <c>scratch</c>.</summary>
    public static string BaseOf(Stage stage, Language language) => stage.Base switch
    {
        StageBase.OnStage onStage => onStage.Stage.Label,
        StageBase.OnImage image => image.Reference,
        StageBase.OnScratch => "scratch",
        _ => stage.BaseText.Length > 0 ? stage.BaseText : MessageTable.UnknownBase.In(language),
    };

    /// <summary>The whole description in Markdown.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="dockerfile">The Dockerfile that declares the stage.</param>
    /// <param name="model">What that Dockerfile says.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="seenFrom">The document in which it is shown: places in another document are named and linked.</param>
    /// <param name="language">The reader's language.</param>
    public static string Markdown(
        WorkspaceSnapshot snapshot, DocumentPath dockerfile, DockerfileModel model, Stage stage, DocumentPath seenFrom, Language language)
    {
        var text = new StringBuilder();
        text.Append(stage.Name is { } name
            ? $"**{MarkdownText.Escape(name)}** · {MessageTable.StageWord.In(language)}"
            : $"**{MessageTable.UnnamedStage.In(language, stage.Label)}**");
        if (stage == model.DefaultStage)
            text.Append(" · ").Append(MessageTable.DefaultTarget.In(language));
        if (!dockerfile.Equals(seenFrom))
            text.Append(" · ").Append(Link(snapshot, new FilePlace(dockerfile, stage.FromSpan), seenFrom, null));
        text.Append("\n\n").Append(MarkdownText.Code(Chain(model, stage, language)));
        if (stage.Description is { } description)
            text.Append("\n\n").Append(MarkdownText.Escape(description));
        AppendConsumers(text, snapshot, dockerfile, model, stage, seenFrom, language);
        return text.ToString();
    }

    private static void AppendConsumers(
        StringBuilder text, WorkspaceSnapshot snapshot, DocumentPath dockerfile, DockerfileModel model, Stage stage, DocumentPath seenFrom,
        Language language)
    {
        var builders = BuiltBy(snapshot, dockerfile, model, stage).ToList();
        if (builders.Count == 0)
            return;
        text.Append("\n\n").Append(MessageTable.BuiltBy.In(language));
        foreach (var (name, place) in builders.Select(target => (target.Name, Place: PlaceOf(target))).Distinct())
        {
            if (snapshot.Find(place.File).Document is not null)
                text.Append("\n- ").Append(Link(snapshot, place, seenFrom, name));
        }
    }

    /// <summary>Where a build names its stage, be it by a variable, or where it gets its name.</summary>
    private static FilePlace PlaceOf(BuildTarget target) => target.Target is { } value ? value.Place : target.NamePlace;

    /// <summary>The build targets that build exactly this stage, named or as the default.</summary>
    private static IEnumerable<BuildTarget> BuiltBy(WorkspaceSnapshot snapshot, DocumentPath dockerfile, DockerfileModel model, Stage stage) =>
        snapshot.BuildTargetsOf(dockerfile).Where(target =>
            target.Target is null or { IsDynamic: false } && model.FindTarget(target.Target?.Text ?? "") == stage);

    /// <summary>A link to a line: <c>[web — compose.yaml:5](file:///…/compose.yaml#L5)</c>.</summary>
    internal static string Link(WorkspaceSnapshot snapshot, FilePlace target, DocumentPath seenFrom, string? what)
    {
        var (path, span) = HostPlace.Of(snapshot, target);
        var line = snapshot.Find(path).Document!.Text.LineAt(span.Start) + 1;
        var place = path.SeenFrom(seenFrom);
        var label = what is null ? $"{place}:{line}" : $"{what} — {place}:{line}";
        return $"[{MarkdownText.Escape(label)}]({path.Uri}#L{line})";
    }
}
