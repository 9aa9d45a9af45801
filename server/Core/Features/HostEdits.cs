using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>From edits of documents that are written inside others to edits of those, which are the only ones that an editor knows.</summary>
internal static class HostEdits
{
    /// <summary>
    /// The same edits as edits of files; null when one of them cannot be written there. Whether they come to the same is not left to
    /// reckoning: the file is read with them, and the documents inside must be those that were wanted.
    /// </summary>
    public static ImmutableArray<FileEdits>? Of(WorkspaceSnapshot snapshot, ImmutableArray<FileEdits> edits)
    {
        if (edits.All(file => file.File.Host is null))
            return edits;
        var result = ImmutableArray.CreateBuilder<FileEdits>();
        foreach (var host in edits.GroupBy(file => HostPlace.Of(file.File)))
        {
            if (host.All(file => file.File.Host is null))
                result.AddRange(host);
            else if (InHost(snapshot, host.Key, [.. host]) is { } inHost)
                result.Add(inHost);
            else
                return null;
        }

        return result.ToImmutable();
    }

    private static FileEdits? InHost(WorkspaceSnapshot snapshot, DocumentPath path, List<FileEdits> edits)
    {
        if (snapshot.Find(path).Document is not { } host)
            return null;
        var all = new List<TextEdit>();
        foreach (var file in edits)
        {
            var embedded = snapshot.EmbeddedAt(file.File);
            foreach (var edit in file.Edits)
            {
                if ((embedded is null ? edit : embedded.Said.Text.ToHost(edit, host.Text, embedded.Said.Style)) is not { } made)
                    return null;
                all.Add(made);
            }
        }

        all = [.. all.Distinct().OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.End)];
        for (var i = 1; i < all.Count; i++)
        {
            if (all[i].Span.Start < all[i - 1].Span.End)
                return null;
        }

        var after = snapshot.With(new Document(host.Path, Applied(host.Text, all), host.LanguageId));
        return ComesToTheSame(snapshot, after, path, edits) ? new FileEdits(path, [.. all]) : null;
    }

    /// <summary>Whether the documents inside are those that the edits make; line ends at their end are the host's affair.</summary>
    private static bool ComesToTheSame(WorkspaceSnapshot before, WorkspaceSnapshot after, DocumentPath path, List<FileEdits> edits)
    {
        var (old, now) = (before.EmbeddedIn(path), after.EmbeddedIn(path));
        if (old.Length != now.Length || !Names(before).SequenceEqual(Names(after)))
            return false;
        for (var i = 0; i < old.Length; i++)
        {
            var wanted = edits.Where(file => file.File.Equals(old[i].Path)).Aggregate(old[i].Document.Text, (text, file) => Applied(text, file.Edits));
            if (Shown(wanted) != Shown(now[i].Document.Text))
                return false;
        }

        return true;

        IEnumerable<(string?, string?)> Names(WorkspaceSnapshot snapshot) => snapshot.BuildTargetsAt(path).Select(target => (target.Name, target.Context.Value?.Text));

        static string Shown(SourceText text) => text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');
    }

    private static SourceText Applied(SourceText text, IEnumerable<TextEdit> edits) => edits.Reverse().Aggregate(text, (before, edit) => before.With(edit));
}
