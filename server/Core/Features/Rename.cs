using System.Collections.Immutable;
using System.Globalization;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>Gives a stage another name in every file that names it. LSP: <c>textDocument/prepareRename</c>, <c>textDocument/rename</c>.</summary>
public static class Rename
{
    /// <summary>What a rename at an offset would rename, or why nothing can be renamed there.</summary>
    public static RenamePreparation Prepare(WorkspaceSnapshot snapshot, DocumentPath path, int offset)
    {
        if (StagePlace.At(snapshot, path, offset) is not { } place || !place.Span.Touches(offset))
            return Refused(MessageTable.RenameNoStageHere.With());
        var text = snapshot.Find(path).Document!.Text;
        if (RefusalAt(place, text) is { } reason)
            return Refused(reason);
        var name = place is StagePlace.FromOutside outside ? (outside.Value.Literal ?? outside.Value).Text : text.ToString(place.Span);
        return new RenamePreparation.Ready(place.Span, name);
    }

    /// <summary>The edits that rename the stage named at an offset, or why there are none.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="path">The document asked about: a Dockerfile or a consumer's file.</param>
    /// <param name="offset">A place in it, in UTF-16 units.</param>
    /// <param name="newName">The name as the user writes it; it keeps its letter case where Docker allows one.</param>
    public static RenameResult To(WorkspaceSnapshot snapshot, DocumentPath path, int offset, string newName)
    {
        var preparation = Prepare(snapshot, path, offset);
        if (preparation is not RenamePreparation.Ready ready)
            return new RenameResult.Refused(((RenamePreparation.Refused)preparation).Reason);
        var place = StagePlace.At(snapshot, path, offset)!;
        var (dockerfile, stage) = (place.Dockerfile!, place.Stage!);
        var model = snapshot.DockerfileAt(dockerfile)!;
        if (NewStageName.RefusalOf(newName, model, stage) is { } reason)
            return new RenameResult.Refused(reason);
        if (!newName.Equals(stage.Name, StringComparison.OrdinalIgnoreCase) && KnownContexts.Of(snapshot, dockerfile).Has(newName.ToLowerInvariant()))
            return new RenameResult.Refused(MessageTable.RenameContextName.With(newName));

        var mentions = StageMentions.Of(snapshot, dockerfile, model, stage)
            .Where(mention => mention.Kind != StageMentionKind.CopyFrom || !IsIndex(mention.Text))
            .ToList();
        var edits = new List<(DocumentPath File, TextEdit Edit)>();
        foreach (var mention in mentions)
        {
            if (IsUsedOtherwise(snapshot, mention))
                return new RenameResult.Refused(MessageTable.RenameSharedVariable.With(mention.Text, mention.File.Name));
            if (RefusalOfShared(snapshot, dockerfile, mention) is { } shared)
                return new RenameResult.Refused(shared);
            if (RenameEdit.Of(snapshot, model, mention, newName) is not { } edit)
            {
                return new RenameResult.Refused(mention.Kind == StageMentionKind.ComputedTarget
                    ? MessageTable.RenameVariable.With(snapshot.Find(mention.File).Document!.Text.ToString(mention.Span))
                    : MessageTable.RenameThroughVariable.With(mention.Text, stage.Label));
            }

            edits.Add((mention.File, edit));
        }

        // BuildKit finds the description by the name with which the comment begins.
        if (DocComment.NameIn(model, stage) is { } described)
            edits.Add((dockerfile, new TextEdit(described, newName.ToLowerInvariant())));

        var own = edits.Where(edit => edit.File.Equals(dockerfile)).Select(edit => edit.Edit).Distinct();
        if (RenameEffect.FirstChangedWord(model, own) is { } changed)
            return new RenameResult.Refused(MessageTable.RenameChangesMeaning.With(changed, newName));

        ImmutableArray<FileEdits> files =
        [
            .. from edit in edits.Distinct()
               where !snapshot.Find(edit.File).Document!.Text.Slice(edit.Edit.Span).SequenceEqual(edit.Edit.NewText)
               orderby edit.Edit.Span.Start
               group edit.Edit by edit.File into file
               orderby file.Key.Equals(dockerfile) ? "" : file.Key.Uri
               select new FileEdits(file.Key, [.. file]),
        ];
        return HostEdits.Of(snapshot, files) is { } inHosts
            ? new RenameResult.Made(ready.Placeholder, inHosts)
            : new RenameResult.Refused(MessageTable.RenameNotWritable.With(HostPlace.Of(dockerfile).Name));
    }

    private static LocalizedText? RefusalAt(StagePlace place, SourceText text) => place switch
    {
        StagePlace.Declaration { Declared: { Name: null } } => null,
        StagePlace.Inside { Reference: { Text: "" } } => MessageTable.RenameNoStageHere.With(),
        StagePlace.Inside { Reference: var reference } when reference.Text.Contains('$') => MessageTable.RenameVariable.With(reference.Text),
        StagePlace.Inside { Reference: { Kind: StageReferenceKind.CopyFrom } reference } when IsIndex(reference.Text) =>
            MessageTable.RenameIndex.With(reference.Text),
        StagePlace.Inside { Stage: null, Reference: var reference } => MessageTable.RenameImage.With(reference.Text),
        StagePlace.FromOutside { Value.Literal: null } => MessageTable.RenameVariable.With(text.ToString(place.Span)),
        StagePlace.FromOutside { Value: { Text: "" } } => MessageTable.RenameNoStageHere.With(),
        StagePlace.FromOutside { Resolved: ResolvedDockerfile.Found { Path.Host: not null } found, Stage: null } target =>
            MessageTable.NoSuchInlineStage.With(target.Value.Text, target.Target.Name ?? found.Path.Name),
        StagePlace.FromOutside { Resolved: ResolvedDockerfile.Found found, Stage: null } target =>
            MessageTable.NoSuchStage.With(target.Value.Text, found.Path.SeenFrom(target.Value.File)),
        { Stage: null } => MessageTable.RenameDockerfileUnknown.With(),
        _ => null,
    };

    /// <summary>
    /// Why words may not change that another build takes too (an anchor, a service that others extend): it means a stage of another Dockerfile by
    /// them, or has there an image in whose place the context of that name comes. Null when nothing is in the way.
    /// </summary>
    private static LocalizedText? RefusalOfShared(WorkspaceSnapshot snapshot, DocumentPath dockerfile, StageMention mention)
    {
        if (mention.Kind != StageMentionKind.Target)
            return null;
        foreach (var target in snapshot.BuildTargetsAt(mention.File))
        {
            if (!target.StageValues.Any(value => value.Literals.Any(literal => literal.Place == mention.Place))
                || snapshot.Resolve(target) is not ResolvedDockerfile.Found found
                || found.Path.Equals(dockerfile))
            {
                continue;
            }

            var other = found.Path.RelativeTo(mention.File.Parent ?? found.Path);
            if (found.Model.FindTarget(mention.Text) is not null)
                return MessageTable.RenameSharedTarget.With(mention.Text, mention.File.Name, other);
            if (target.ContextNames.Any(name => name.Place == mention.Place) && found.Model.NamesImage(mention.Text))
                return MessageTable.RenameSharedContext.With(mention.Text, mention.File.Name, other);
        }

        return null;
    }

    /// <summary>Whether the words are a variable's value that is used elsewhere, or the name of a build to which an alias leads.</summary>
    private static bool IsUsedOtherwise(WorkspaceSnapshot snapshot, StageMention mention) => mention.Kind == StageMentionKind.Target
        && (snapshot.ConsumersReading(mention.File).Any(reader => snapshot.ConsumerFileAt(reader).SharedValues.Contains(mention.Place))
            || snapshot.BuildTargetsAt(mention.File).Any(target => target.NamePlace == mention.Place));

    private static bool IsIndex(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static RenamePreparation.Refused Refused(LocalizedText reason) => new(reason);
}
