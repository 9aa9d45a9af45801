using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Rules;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// Applies every safe and preferred fix of a document at once, again and again until nothing is left, for one fix can make way for
/// another. LSP: <c>textDocument/codeAction</c>, kind <c>source.fixAll</c>. Fixes that change other files too are left to the user.
/// </summary>
public static class FixAll
{
    /// <summary>
    /// The edits of the document as it is now, those of documents inside it among them, in the order of their places; none when there is
    /// nothing to do.
    /// </summary>
    public static ImmutableArray<TextEdit> Of(WorkspaceSnapshot snapshot, DocumentPath path, RuleSettings settings)
    {
        var own = Own(snapshot, path, settings);
        if (snapshot.EmbeddedIn(path).IsEmpty)
            return own;
        var edits = new List<FileEdits> { new(path, own) };
        foreach (var document in snapshot.EmbeddedIn(path))
        {
            // One that cannot be written keeps no other from being put right.
            var inside = new FileEdits(document.Path, Own(snapshot, document.Path, settings));
            if (!inside.Edits.IsEmpty && HostEdits.Of(snapshot, [.. edits, inside]) is not null)
                edits.Add(inside);
        }

        return HostEdits.Of(snapshot, [.. edits]) is [var all] ? all.Edits : own;
    }

    private static ImmutableArray<TextEdit> Own(WorkspaceSnapshot snapshot, DocumentPath path, RuleSettings settings)
    {
        if (snapshot.Find(path).Document is not { } document)
            return [];
        var text = new EditedText(document.Text);
        for (var round = 0; round < Limits.FixAllRounds; round++)
        {
            var edits = RoundOf(snapshot, path, settings);
            if (edits.Count == 0)
                break;
            text.Apply(edits);
            snapshot = snapshot.With(new Document(document.Path, SourceText.From(text.ToString()), document.LanguageId));
        }

        return text.Edits;
    }

    /// <summary>As many fixes as can be applied to the same text without getting into each other's way; in the order of their places.</summary>
    private static List<TextEdit> RoundOf(WorkspaceSnapshot snapshot, DocumentPath path, RuleSettings settings)
    {
        var taken = new List<TextEdit>();
        foreach (var found in Diagnostics.Own(snapshot, path, settings))
        {
            var fix = CodeFixes.Of(new FixRequest(snapshot, path, found)).FirstOrDefault(fix => fix is { IsPreferred: true, IsSafeForAll: true });
            if (fix?.Change() is not { Created: null, Files: [var file] } || !file.File.Equals(path))
                continue;
            if (!file.Edits.Any(edit => taken.Any(other => Collide(edit, other))))
                taken.AddRange(file.Edits);
        }

        taken.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return taken;
    }

    /// <summary>Edits that merely touch collide too: which of them comes first would be left to chance.</summary>
    private static bool Collide(TextEdit one, TextEdit other) => one.Span.Start <= other.Span.End && other.Span.Start <= one.Span.End;
}
