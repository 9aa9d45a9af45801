using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>
/// What files and folders that get other paths mean for the files that ask for builds. LSP: <c>workspace/willRenameFiles</c>.
/// <para>
/// Paths that are written, as they are, are edited: what is computed or remote stays. Where one place is a path for several builds, all of
/// them must come to the same new path, else it stays too. A build that leaves its Dockerfile to the default gets to name it, and so does one that leaves its
/// context to it, if its file goes to another folder.
/// </para>
/// </summary>
public static class RenamedFiles
{
    /// <summary>The edits that keep every path leading where it leads, to be made before anything is moved; empty when none is needed.</summary>
    /// <param name="snapshot">The workspace, with the old paths.</param>
    /// <param name="moves">What moves.</param>
    public static ImmutableArray<FileEdits> EditsFor(WorkspaceSnapshot snapshot, ImmutableArray<FileMove> moves)
    {
        moves = [.. moves.Where(move => !move.Old.Equals(move.New))];
        if (moves.IsEmpty)
            return [];
        var contexts = NamedContexts(snapshot, moves);
        var inConsumers =
            from path in snapshot.Paths
            let consumer = snapshot.ConsumerAt(path)
            where consumer is not null
            let said = snapshot.ConsumerFileAt(path)
            from written in snapshot.BuildTargetsIn(path).SelectMany(target => PathsOf(snapshot, target, moves, contexts)).Concat(PathsOf(said.Files.Concat(said.FilesBelow.Value), moves))
            select (Consumer: consumer, Path: written);
        var wanted =
            from one in inConsumers.Concat(snapshot.NamingWords.SelectMany(naming => PathsOf([naming.Words], moves).Select(written => (naming.Consumer, Path: written))))
            let written = one.Path
            where !written.Value.IsComputed && snapshot.Find(written.Value.File).Document is not null
            group (Said: written.Value.Text, Text: PathEdit.NewText(written), one.Consumer) by written.Value.Place into place
            let texts = place.Select(one => one.Text).Distinct().ToList()
            where texts.Count == 1 && texts[0] is not null && texts[0] != place.First().Said
            select (place.Key.File, Edit: place.First().Consumer.Rewrite(snapshot.Find(place.Key.File).Document!, place.Key.Span, place.First().Said, texts[0]!));
        var rewritten = wanted.Where(found => found.Edit is not null).Select(found => (found.File, Edit: found.Edit!.Value)).ToList();
        return
        [
            .. from found in rewritten.Concat(contexts.Edits).Concat(NamedDockerfiles(snapshot, moves, contexts)).Distinct()
               orderby found.Edit.Span.Start, found.Edit.Span.End
               group found.Edit by found.File into file
               orderby file.Key.Uri
               select new FileEdits(file.Key, [.. file]),
        ];
    }

    /// <summary>The edits that name Dockerfiles that are no longer found by the default.</summary>
    private static IEnumerable<(DocumentPath File, TextEdit Edit)> NamedDockerfiles(WorkspaceSnapshot snapshot, ImmutableArray<FileMove> moves, WrittenContexts contexts)
    {
        foreach (var path in snapshot.Paths)
        {
            foreach (var target in snapshot.BuildTargetsIn(path))
            {
                if (target is { IsPartial: false, MergedFiles: [], Dockerfile: { IsInline: false, Value: null }, Context: { Folder: { } home, Value: not { IsComputed: true } } }
                    && snapshot.Resolve(target) is ResolvedDockerfile.Found { Path: var file }
                    && FileMove.After(moves, file) is var moved
                    && moved.RelativeTo(ContextAfter(moves, target, home, contexts)) is var text
                    && text != file.RelativeTo(home)
                    && text is not ("Dockerfile" or "dockerfile")
                    && (target.Context.Value?.File ?? target.NamePlace.File) is var place
                    && snapshot.Find(place).Document is { } document
                    && snapshot.ConsumerAt(path)?.NameDockerfile(document, target, text) is { IsEmpty: false } edits
                    && OthersStay(snapshot, document, edits, moves))
                {
                    foreach (var edit in edits)
                        yield return (place, edit);
                }
            }
        }
    }

    /// <summary>
    /// The edits that name contexts which are the folder of a file that goes to another one. Not left to reckoning either: builds that share what is
    /// edited must all get that context, and no other may.
    /// </summary>
    private static WrittenContexts NamedContexts(WorkspaceSnapshot snapshot, ImmutableArray<FileMove> moves)
    {
        var written = new WrittenContexts([], []);
        var edits = from path in snapshot.Paths
                    from target in snapshot.BuildTargetsIn(path)
                    where target is { IsPartial: false, MergedFiles: [], Context: { Folder: not null, Value: null } }
                    let file = target.NamePlace.File
                    let now = FileMove.After(moves, target.Context.Folder!)
                    let then = BaseAfter(moves, file, target.Context.Folder!)
                    where !now.Equals(then) && snapshot.Find(file).Document is not null
                    from edit in snapshot.ConsumerAt(path)?.NameContext(snapshot.Find(file).Document!, target, now.RelativeTo(then)) ?? []
                    group edit by file;
        foreach (var file in edits)
        {
            var document = snapshot.Find(file.Key).Document!;
            var after = snapshot.With(With(document, file.Distinct()));
            var builds = snapshot.ConsumersReading(file.Key).Append(file.Key).Distinct()
                .SelectMany(reader => snapshot.BuildTargetsIn(reader).Zip(after.BuildTargetsIn(reader))).ToList();
            if (builds.Any(build => build.First.Name != build.Second.Name || (build.First.Context.Value is { } said && said.Text != build.Second.Context.Value?.Text)))
                continue;
            var given = builds.Where(build => build.First.Context.Value is null && build.Second.Context.Value is not null).Select(build => (build.First.File, build.First.NamePlace)).ToList();
            written = new WrittenContexts([.. written.Edits, .. file.Distinct().Select(edit => (file.Key, edit))], [.. written.Builds, .. given]);
        }

        return written;
    }

    private static Document With(Document document, IEnumerable<TextEdit> edits) => new(
        document.Path, edits.OrderByDescending(edit => edit.Span.Start).Aggregate(document.Text, (before, edit) => before.With(edit)), document.LanguageId);

    /// <summary>
    /// Whether no build loses its Dockerfile by edits: another one may take over what is written, with a context of its own. Not left to reckoning:
    /// the files are read with the edits.
    /// </summary>
    private static bool OthersStay(WorkspaceSnapshot snapshot, Document document, ImmutableArray<TextEdit> edits, ImmutableArray<FileMove> moves)
    {
        var after = snapshot.With(With(document, edits));
        foreach (var reader in snapshot.ConsumersReading(document.Path).Append(document.Path).Distinct())
        {
            var (old, now) = (snapshot.BuildTargetsIn(reader), after.BuildTargetsIn(reader));
            if (!old.Select(target => target.Name).SequenceEqual(now.Select(target => target.Name)))
                return false;
            foreach (var (one, other) in old.Zip(now))
            {
                if (snapshot.Resolve(one) is ResolvedDockerfile.Found { Path: { Host: null } file }
                    && FileMove.After(moves, file) is var place
                    && !other.Dockerfile.Candidates.Any(found => found.Equals(place) || FileMove.After(moves, found).Equals(place)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static IEnumerable<WrittenPath> PathsOf(IEnumerable<FileReference> said, ImmutableArray<FileMove> moves) =>
        from named in said
        where named is { File: not null, Folder: not null }
        select new WrittenPath(named.Value, named.Folder!, named.File!, BaseAfter(moves, named.Value, named.Folder!), FileMove.After(moves, named.File!));

    private static IEnumerable<WrittenPath> PathsOf(WorkspaceSnapshot snapshot, BuildTarget target, ImmutableArray<FileMove> moves, WrittenContexts contexts)
    {
        var context = target.Context;
        if (context is { Folder: { } folder, Value: { Text.Length: > 0 } value, From: { } from })
            yield return new WrittenPath(value, from, folder, BaseAfter(moves, value, from), FileMove.After(moves, folder));
        foreach (var given in target.Contexts)
        {
            if (given is { Folder: { } other, Given: { } words, From: { } start })
                yield return new WrittenPath(words, start, other, BaseAfter(moves, words, start), FileMove.After(moves, other));
        }

        if (target.Dockerfile is { IsInline: false, Value: { Text.Length: > 0 } name, Candidates: [var first, ..] } && context is { Folder: { } home, Value: not { IsComputed: true } })
        {
            // BuildKit takes `dockerfile` for `Dockerfile`: the one that is there is the one that moves.
            var file = snapshot.Resolve(target) is ResolvedDockerfile.Found found ? found.Path : first;
            yield return new WrittenPath(name, home, file, ContextAfter(moves, target, home, contexts), FileMove.After(moves, file));
        }
    }

    /// <summary>The context after the move: where it moves to if its path is or will be written, else the default.</summary>
    private static DocumentPath ContextAfter(ImmutableArray<FileMove> moves, BuildTarget target, DocumentPath home, WrittenContexts contexts) => target.Context.Value switch
    {
        _ when contexts.Builds.Contains((target.File, target.NamePlace)) => FileMove.After(moves, home),
        { Text.Length: > 0 } => FileMove.After(moves, home),
        _ => BaseAfter(moves, target.NamePlace.File, home),
    };

    private static DocumentPath BaseAfter(ImmutableArray<FileMove> moves, TextValue value, DocumentPath folder) =>
        BaseAfter(moves, value.File, folder);

    /// <summary>
    /// The folder from which the paths of a file count after the move: the one where the file is then, if they count from its own folder now.
    /// </summary>
    private static DocumentPath BaseAfter(ImmutableArray<FileMove> moves, DocumentPath file, DocumentPath folder) =>
        folder.Equals(file.Parent) ? FileMove.After(moves, file).Parent ?? folder : FileMove.After(moves, folder);

    /// <summary>Contexts that are the default and get to be written.</summary>
    /// <param name="Edits">The edits that write them.</param>
    /// <param name="Builds">The builds that have them then, by the file that asks for them and the place of their name.</param>
    private sealed record WrittenContexts(ImmutableArray<(DocumentPath File, TextEdit Edit)> Edits, ImmutableArray<(DocumentPath File, FilePlace Name)> Builds);
}
