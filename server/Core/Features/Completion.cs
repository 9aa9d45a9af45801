using Dockstage.Core.Consumers;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>The names of stages, and of builds, where one can be written. LSP: <c>textDocument/completion</c>.</summary>
public static class Completion
{
    private const int Ranks = 4;

    /// <summary>The stages that may be named at an offset, or the builds of a consumer's file; null where neither can be named.</summary>
    public static CompletionList? At(WorkspaceSnapshot snapshot, DocumentPath path, int offset, Language language)
    {
        var place = StagePlace.At(snapshot, path, offset);
        return place switch
        {
            StagePlace.Inside inside =>
                List(snapshot, inside, StageChoices.InDockerfile(inside.Model, inside.Reference).Concat(ContextsFor(snapshot, inside)), offset, language),
            StagePlace.BehindVariable literal =>
                List(snapshot, literal, StageChoices.InDockerfile(literal.Model, literal.Reference), offset, language),
            StagePlace.FromOutside { Resolved: ResolvedDockerfile.Found found } outside
                when !outside.Value.IsComputed && outside.Where == outside.Value.Span => List(snapshot, outside, ChoicesFor(outside, found.Model), offset, language),
            _ => OpeningAt(snapshot, path, offset, language) ?? NameAt(snapshot, path, offset),
        };
    }

    /// <summary>The stages that a build may name where nothing that counts is written yet.</summary>
    private static CompletionList? OpeningAt(WorkspaceSnapshot snapshot, DocumentPath path, int offset, Language language)
    {
        if (snapshot.ConsumerFileAt(path).Openings.Value.FirstOrDefault(opening => IsAt(opening.Value, offset)) is not { } opening)
            return null;
        foreach (var target in snapshot.BuildTargetsIn(path).Where(target => target.Name == opening.Build))
        {
            if (snapshot.Resolve(target) is ResolvedDockerfile.Found found)
            {
                var choices = opening.IsContext ? StageChoices.ForContext(found.Model) : StageChoices.ForTarget(found.Model);
                return List(snapshot, new StagePlace.FromOutside(target, opening.Value, found, opening.Value.Span), choices, offset, language);
            }
        }

        return null;
    }

    private static IEnumerable<StageChoice> ContextsFor(WorkspaceSnapshot snapshot, StagePlace.Inside place) =>
        ContextPlace.NamesFor(snapshot, place.File, place.Model).Select(name => new StageChoice(name, null));

    private static IEnumerable<StageChoice> ChoicesFor(StagePlace.FromOutside place, DockerfileModel model) =>
        place.Target.ContextNames.Any(name => name.Place == place.Value.Place) ? StageChoices.ForContext(model) : StageChoices.ForTarget(model);

    /// <summary>The names of other builds (compose: services), or the paths of files that can be taken over, where one can be written.</summary>
    private static CompletionList? NameAt(WorkspaceSnapshot snapshot, DocumentPath path, int offset)
    {
        var said = snapshot.ConsumerFileAt(path);
        if (said.Names.FirstOrDefault(name => IsAt(name.Value, offset)) is { } name)
            return List(snapshot, path, name.Value, name.Choices, offset);
        if (snapshot.FilesNamedIn(path).FirstOrDefault(file => !file.Endings.IsEmpty && IsAt(file.Value, offset)) is not { Folder: { } folder } file)
            return null;
        var paths = snapshot.Paths.Where(other => !other.Equals(path) && CanBeTaken(other)).Select(other => other.RelativeTo(folder));
        return List(snapshot, path, file.Value, paths.Order(StringComparer.Ordinal), offset);

        bool CanBeTaken(DocumentPath other) => file.Endings.Any(ending => other.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsAt(TextValue value, int offset) => !value.IsComputed && value.Reach.Touches(offset);

    private static CompletionList List(WorkspaceSnapshot snapshot, DocumentPath path, TextValue value, IEnumerable<string> choices, int offset)
    {
        var text = snapshot.Find(path).Document!.Text;
        var replace = value.Span.Touches(offset) ? value.Span : TextSpan.At(offset);
        var lead = LeadOf(value, replace);
        var best = Best(choices, name => name, text.ToString(TextSpan.Between(replace.Start, offset)), Limits.CompletionItems + 1);
        var items = best.Take(Limits.CompletionItems).Select(name => new CompletionItem { Label = name, Replace = replace, NewText = lead + name });
        return new CompletionList([.. items], best.Count > Limits.CompletionItems);
    }

    private static string LeadOf(TextValue value, TextSpan replace) => replace.IsEmpty && replace.Start == value.Reach.Start ? value.Lead : "";

    /// <summary>
    /// The description of one item in Markdown, shown beside the list. LSP: <c>completionItem/resolve</c>. Only the item that is looked at
    /// is described, because a list of a hundred descriptions would make every keystroke slow. Null when the stage is gone meanwhile.
    /// </summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="dockerfile">The item's Dockerfile.</param>
    /// <param name="label">The item's label, which is the stage's name or its index.</param>
    /// <param name="above">The index below which the item's stage is; of several with the label, the last below it is meant.</param>
    /// <param name="seenFrom">The document in which the item is offered.</param>
    /// <param name="language">The reader's language.</param>
    public static string? Describe(
        WorkspaceSnapshot snapshot, DocumentPath dockerfile, string label, int above, DocumentPath seenFrom, Language language)
    {
        if (snapshot.DockerfileAt(dockerfile) is not { } model)
            return null;
        for (var index = Math.Min(above, model.Stages.Length) - 1; index >= 0; index--)
        {
            if (model.Stages[index].Label == label)
                return StageDescription.Markdown(snapshot, dockerfile, model, model.Stages[index], seenFrom, language);
        }

        return null;
    }

    private static CompletionList List(
        WorkspaceSnapshot snapshot, StagePlace place, IEnumerable<StageChoice> choices, int offset, Language language)
    {
        var dockerfile = place.Dockerfile!;
        var seenFrom = place is StagePlace.FromOutside outside ? outside.Value.File : dockerfile;
        var text = snapshot.Find(seenFrom).Document!.Text;
        // Before anything is written the cursor may stand anywhere in the blanks.
        var replace = place.Span.Touches(offset) ? place.Span : TextSpan.At(offset);
        var typed = text.ToString(TextSpan.Between(replace.Start, offset));
        var ranked = Best(choices, choice => choice.Text, typed, Limits.CompletionItems + 1);
        var lead = place is StagePlace.FromOutside { Value: var value } ? LeadOf(value, replace) : "";
        var items = ranked.Take(Limits.CompletionItems).Select(choice => new CompletionItem
        {
            Label = choice.Text,
            Replace = replace,
            NewText = lead + choice.Text,
            Detail = choice.Stage is { } stage ? StageDescription.BaseOf(stage, language) : MessageTable.ContextWord.In(language),
            Dockerfile = choice.Stage is null ? null : dockerfile,
            Stage = choice.Stage?.Index ?? 0,
        });
        return new CompletionList([.. items], ranked.Count > Limits.CompletionItems);
    }

    /// <summary>The best choices, those of equal rank in their order. It stops as soon as no further one can be among them.</summary>
    private static List<T> Best<T>(IEnumerable<T> choices, Func<T, string> nameOf, string typed, int count)
    {
        var byRank = new List<T>[Ranks];
        foreach (var choice in choices)
        {
            var rank = byRank[Rank(nameOf(choice), typed)] ??= [];
            if (rank.Count < count)
                rank.Add(choice);
            if (byRank[0]?.Count == count)
                break;
        }

        return [.. byRank.SelectMany(rank => rank ?? []).Take(count)];
    }

    /// <summary>How well a name fits what is typed: exact prefix, prefix in another letter case, beginning of a later word part, the rest.</summary>
    private static int Rank(string name, string typed)
    {
        if (name.StartsWith(typed, StringComparison.Ordinal))
            return 0;
        if (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            return 1;
        for (var at = name.IndexOfAny(['-', '_', '.']); at >= 0 && at + 1 < name.Length;)
        {
            if (name.AsSpan(at + 1).StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                return 2;
            var next = name.AsSpan(at + 1).IndexOfAny("-_.");
            at = next < 0 ? -1 : at + 1 + next;
        }

        return 3;
    }
}
