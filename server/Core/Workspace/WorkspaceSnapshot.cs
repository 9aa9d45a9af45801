using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Documents;
using Dockstage.Core.IgnoreFiles;
using Dockstage.Core.Semantics;
using Dockstage.Core.Settings;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>
/// All known files at one moment. Immutable: an edit makes a new snapshot that shares with the old one whatever the edit cannot have
/// changed. What is derived from a document (its stages, its build targets) is computed when first asked for and then kept with it.
/// </summary>
public sealed class WorkspaceSnapshot : IDocumentSource
{
    private readonly ImmutableArray<IStageConsumer> _kinds;
    private readonly ImmutableDictionary<DocumentPath, SnapshotEntry> _entries;
    private readonly ImmutableHashSet<DocumentPath> _consumers;
    private readonly NamedConsumers _named;
    private readonly ImmutableHashSet<DocumentPath> _settings;
    private readonly Lazy<StageIndex> _index;

    // What the newest index before this one knew; the index itself is not held, for each would hold the one before it.
    private readonly EmbeddedDocuments _earlier;

    private WorkspaceSnapshot(
        ImmutableArray<IStageConsumer> kinds,
        ImmutableDictionary<DocumentPath, SnapshotEntry> entries,
        ImmutableHashSet<DocumentPath> consumers,
        NamedConsumers named,
        ImmutableHashSet<DocumentPath> settings,
        EmbeddedDocuments earlier,
        Lazy<StageIndex>? index = null)
    {
        _kinds = kinds;
        _entries = entries;
        _consumers = consumers;
        _named = named;
        _settings = settings;
        _earlier = earlier;
        _index = index ?? new Lazy<StageIndex>(() => StageIndex.Build([.. _consumers.Select(ConsumerFileAt)], _earlier));
    }

    /// <summary>A workspace of which nothing is known.</summary>
    public static WorkspaceSnapshot Empty { get; } = EmptyFor(StageConsumers.All);

    /// <summary>The same for certain kinds of consumers alone; a file belongs to the first that claims it.</summary>
    public static WorkspaceSnapshot EmptyFor(ImmutableArray<IStageConsumer> kinds) =>
        new(kinds, ImmutableDictionary<DocumentPath, SnapshotEntry>.Empty, [], NamedConsumers.None, [], EmbeddedDocuments.None);

    /// <summary>All paths of which a document is known.</summary>
    public IEnumerable<DocumentPath> Paths => _entries.Where(e => e.Value.Document is not null).Select(e => e.Key);

    /// <summary>
    /// Files that build targets name, that consumers asked for, or that say what a Dockerfile cannot copy, and at which nobody has looked.
    /// The host reads each and answers with <see cref="With"/> or <see cref="WithAbsent"/> until none is left.
    /// </summary>
    public ImmutableArray<DocumentPath> Wanted =>
        [.. Named.Concat(Dockerfiles.SelectMany(IgnoreFilesToLookFor)).Where(path => Find(path).IsUnknown).Distinct()];

    /// <summary>Files that build targets name, or that consumers asked for, whether or not anybody has looked at them.</summary>
    public IEnumerable<DocumentPath> Named => Index.Dockerfiles.Concat(Index.Elsewhere).Concat(_consumers.SelectMany(path => ConsumerFileAt(path).Alone).SelectMany(StageIndex.CandidatesOf))
        .Where(path => path.Host is null).Concat(_consumers.SelectMany(ReadBy)).Concat(_named.Files);

    /// <summary>
    /// Whether files may be wanted that were not wanted before a step; false for an edit of a Dockerfile, after which nobody need look
    /// through all builds of the workspace: what it says has no say in where its ignore files may lie. Costs nothing, for it is asked with each keystroke.
    /// </summary>
    /// <param name="before">The snapshot before the step.</param>
    /// <param name="changed">The documents that the step is about.</param>
    public bool MayWantMoreThan(WorkspaceSnapshot before, ImmutableArray<DocumentPath> changed) =>
        !ReferenceEquals(_index, before._index)
        || changed.Any(path => Find(path).IsUnknown || (IsDockerfile(path) && !before.IsDockerfile(path)));

    /// <summary>Who builds what, over all consumers.</summary>
    public StageIndex Index => _index.Value;

    private EmbeddedDocuments NewestEmbedded => _index.IsValueCreated ? _index.Value.Embedded : _earlier;

    /// <summary>The snapshot with one document added or replaced.</summary>
    public WorkspaceSnapshot With(Document document) => WithMany([document]);

    /// <summary>The snapshot with many documents added or replaced.</summary>
    public WorkspaceSnapshot WithMany(IEnumerable<Document> documents)
    {
        var entries = _entries.ToBuilder();
        var settings = _settings;
        var named = _named;
        var changed = new Dictionary<DocumentPath, Document>();
        foreach (var document in documents)
        {
            changed[document.Path] = document;
            named = named.With(document, _kinds);
            if (SettingsFile.IsNamedSo(document.Path))
                settings = settings.Add(document.Path);
        }

        var told = ToldAnew(named, changed.Keys);
        var consumers = _consumers.ToBuilder();
        var keepsIndex = told.Count == 0;
        foreach (var document in changed.Values.Concat(told.Where(path => !changed.ContainsKey(path)).Select(path => Find(path).Document).OfType<Document>()))
        {
            var entry = Read(document, named);
            keepsIndex &= entry.Consumer is null && IsOutsideIndex(document.Path);
            entries[document.Path] = entry;
            if (entry.Consumer is null)
                consumers.Remove(document.Path);
            else
                consumers.Add(document.Path);
        }

        return new WorkspaceSnapshot(_kinds, entries.ToImmutable(), consumers.ToImmutable(), named, settings, NewestEmbedded, keepsIndex ? _index : null);
    }

    /// <summary>The snapshot in which a path certainly holds no document.</summary>
    public WorkspaceSnapshot WithAbsent(DocumentPath path) => Replace(path, SnapshotEntry.Absent);

    /// <summary>The snapshot in which a path holds something without a text to be had.</summary>
    public WorkspaceSnapshot WithUnreadable(DocumentPath path) => Replace(path, SnapshotEntry.Unreadable);

    /// <summary>The snapshot in which nothing is known about a path.</summary>
    public WorkspaceSnapshot Without(DocumentPath path) => Replace(path, null);

    /// <inheritdoc/>
    public DocumentState Find(DocumentPath path) => EntryAt(path)?.State ?? (path.Host is null ? DocumentState.Unknown : DocumentState.Absent);

    /// <summary>What a Dockerfile says, or null when there is no such document. Any document can be read so: a build may name any file.</summary>
    public DockerfileModel? DockerfileAt(DocumentPath path) => EntryAt(path)?.Dockerfile;

    /// <summary>The stages of a document that is a Dockerfile by its name, by its language, or because a build target names it; else null.</summary>
    public DockerfileModel? StagesIn(DocumentPath path) => IsDockerfile(path) ? DockerfileAt(path) : null;

    /// <summary>What a settings file (<c>.dockstage.json</c>) says, or null when the document is none.</summary>
    public SettingsFile? SettingsIn(DocumentPath path) => _entries.GetValueOrDefault(path)?.Settings;

    /// <summary>The settings files that hold for a document: of its folder and of those above, the nearest first. None for a document without folders.</summary>
    public IEnumerable<DocumentPath> SettingsFilesFor(DocumentPath path)
    {
        // Most workspaces have none, and all documents ask.
        if (_settings.IsEmpty)
            yield break;
        foreach (var candidate in SettingsFile.PlacesFor(path))
        {
            if (_settings.Contains(candidate))
                yield return candidate;
        }
    }

    /// <summary>The builds that a document asks for; empty for a document that is no consumer.</summary>
    public ImmutableArray<BuildTarget> BuildTargetsIn(DocumentPath path)
    {
        var targets = ConsumerFileAt(path).Targets;
        return targets.Any(target => target.Alternative is not null) ? [.. targets.Select(Meant)] : targets;
    }

    /// <inheritdoc/>
    public IEnumerable<Document> NamersOf(DocumentPath path) => _named.NamersOf(path).Select(namer => Find(namer).Document).OfType<Document>();

    /// <summary>The consumer that reads a document as a file of its own kind, by its name, its language, or because another file says so; or null.</summary>
    public IStageConsumer? ConsumerAt(DocumentPath path) => _entries.GetValueOrDefault(path)?.Consumer;

    /// <summary>All that a consumer's file says; nothing for a document that is none.</summary>
    public ConsumerFile ConsumerFileAt(DocumentPath path) => _entries.GetValueOrDefault(path)?.ConsumerFile(this) ?? ConsumerFile.Empty;

    /// <summary>The words of a document that name files other than Dockerfiles: those of a consumer's file, and those that say which files are a consumer's.</summary>
    public IEnumerable<FileReference> FilesNamedIn(DocumentPath path) => ConsumerFileAt(path).Files.Concat(_named.WordsIn(path));

    /// <summary>All words that say which files are a consumer's, in any document, with that consumer.</summary>
    public IEnumerable<(IStageConsumer Consumer, FileReference Words)> NamingWords => _named.All;

    /// <summary>
    /// The builds of which something is written in a document: its own, and those of consumers that take something over from it. The
    /// document itself need not be a consumer (a file of variables, a file that only others extend).
    /// </summary>
    public IEnumerable<BuildTarget> BuildTargetsAt(DocumentPath path) =>
        BuildTargetsIn(path).Concat(ConsumersReading(path).SelectMany(reader => BuildTargetsIn(reader)).Where(target => target.Files.Contains(path)));

    /// <summary>The consumers' files that take something over from a document, or look for it.</summary>
    public IEnumerable<DocumentPath> ConsumersReading(DocumentPath path)
    {
        // Who reads whom is known of all once the index is there.
        _ = Index;
        return ReadersOf(path);
    }

    /// <summary>The builds that a document asks for, and those of the consumers that are laid over it or read it otherwise.</summary>
    public IEnumerable<BuildTarget> BuildTargetsOver(DocumentPath path) =>
        ConsumersReading(path).Prepend(path).SelectMany(consumer => BuildTargetsIn(consumer));

    /// <summary>The Dockerfile of a build target, as far as it can be known.</summary>
    public ResolvedDockerfile Resolve(BuildTarget target)
    {
        foreach (var candidate in target.Dockerfile.Candidates)
        {
            var state = Find(candidate);
            if (state.Document is not null)
                return new ResolvedDockerfile.Found(candidate, DockerfileAt(candidate)!) { IsOpen = target.Dockerfile.Embedded?.IsOpen == true };
            // One that cannot be read stands in the way of the candidates behind it.
            if (!state.IsAbsent)
                return new ResolvedDockerfile.Unknown();
        }

        return target.Dockerfile.Candidates.IsEmpty
            ? new ResolvedDockerfile.Unknown()
            : new ResolvedDockerfile.Missing(target.Dockerfile.Candidates[0]);
    }

    /// <summary>The builds, over all consumers, that certainly use this Dockerfile; sorted by file and place.</summary>
    public IEnumerable<BuildTarget> BuildTargetsOf(DocumentPath dockerfile) =>
        Index.TargetsNaming(dockerfile).Select(Meant).Where(target =>
            Resolve(target) is ResolvedDockerfile.Found found && found.Path.Equals(dockerfile));

    /// <summary>Of two ways in which a build can be taken, the one that fits its Dockerfile; the first if both or neither do.</summary>
    private BuildTarget Meant(BuildTarget target) => target.Alternative is { } other && !Fits(target) && Fits(other) ? other : target;

    private bool Fits(BuildTarget target) => Resolve(target) is ResolvedDockerfile.Found found
        && (target.Target is null or { IsDynamic: true } or { Text: "" } || TargetStage.Of(found.Model, target.Naming, target.Target.Text) is not null);

    /// <summary>
    /// What the builds of a Dockerfile leave out of their contexts, for each context; with no build that is known, its own folder is the
    /// context. Empty when of one of them it cannot be told. BuildKit (<c>dockerui</c>): the ignore file of the Dockerfile itself holds if there
    /// is one, even an empty one, else that of the context; a context that is not local has none. A Dockerfile inside a file has none of its own.
    /// </summary>
    public ImmutableArray<IgnoreFile> IgnoredBy(DocumentPath dockerfile)
    {
        if (IgnoreFile.OfDockerfile(dockerfile) is not { } own)
            return [];
        if (dockerfile.Host is null)
        {
            if (Find(own) is { IsAbsent: false, Document: null })
                return [];
            if (_entries[own].Ignore is { } ignore)
                return [ignore];
        }

        var files = ImmutableArray.CreateBuilder<IgnoreFile>();
        foreach (var context in ContextsOf(dockerfile))
        {
            var entry = context is null ? null : _entries.GetValueOrDefault(IgnoreFile.OfContext(context));
            if (entry is null || entry.State.IsUnreadable)
                return [];
            files.Add(entry.Ignore ?? IgnoreFile.Empty);
        }

        return files.ToImmutable();
    }

    /// <summary>The part of <see cref="Wanted"/> that one document wants.</summary>
    public ImmutableArray<DocumentPath> WantedBy(DocumentPath path) =>
    [
        .. ConsumerFileAt(path).Targets.Concat(ConsumerFileAt(path).Alone).SelectMany(StageIndex.CandidatesOf).Concat(ConsumerFileAt(path).Targets.SelectMany(target => target.Dockerfile.Elsewhere)).Concat(ReadBy(path))
            .Concat(IsDockerfile(path) ? IgnoreFilesToLookFor(path) : []).Concat(EmbeddedIn(path).SelectMany(embedded => IgnoreFilesToLookFor(embedded.Path)))
            .Concat(_named.FilesIn(path))
            .Where(wanted => Find(wanted).IsUnknown).Distinct(),
    ];

    /// <summary>
    /// The documents whose findings may change when one document changes: itself, the consumers that build from it or read it, the files
    /// over which one of these is laid and those in which parts of their builds are written, the Dockerfiles that these build from; of a
    /// settings file all below its folder; of an ignore file the Dockerfiles for which it holds.
    /// </summary>
    public ImmutableArray<DocumentPath> AffectedBy(DocumentPath path) => AffectedBy([path]);

    /// <summary>
    /// The same of several documents that change at once: what is asked of the whole workspace is asked once, not for each of them, so that hundreds of files
    /// read in a row cost no square of hundreds.
    /// </summary>
    public ImmutableArray<DocumentPath> AffectedBy(IReadOnlyCollection<DocumentPath> paths)
    {
        var folders = paths.Where(SettingsFile.IsNamedSo).Select(path => path.Parent).OfType<DocumentPath>().ToList();
        var ignoreFiles = paths.Where(IgnoreFile.IsNamedSo).ToHashSet();
        var others = paths.Where(path => !IgnoreFile.IsNamedSo(path) && !(SettingsFile.IsNamedSo(path) && path.Parent is not null)).ToList();
        var readers = ReadersOf(others);
        DocumentPath[] consumers =
        [
            .. others.Concat(others.SelectMany(Index.TargetsNaming).Select(target => target.File)).Concat(others.SelectMany(Index.FilesWithElsewhere)).Concat(readers)
                .Distinct(),
        ];
        var parts = consumers.SelectMany(consumer => BuildTargetsIn(consumer)).SelectMany(target => target.Files);
        return
        [
            .. paths.Concat(folders.Count == 0 ? [] : Paths.Where(path => folders.Exists(path.IsWithin)))
                .Concat(ignoreFiles.Count == 0 ? [] : Dockerfiles.Where(dockerfile => IgnoreFilesOf(dockerfile).Any(ignoreFiles.Contains)).Select(HostPlace.Of))
                .Concat(consumers).Concat(consumers.SelectMany(ReadBy).Where(_consumers.Contains)).Concat(parts)
                .Concat(DockerfilesNamedBy(others.Concat(readers))).Distinct(),
        ];
    }

    /// <summary>
    /// The Dockerfiles about which something else may be told when one document changes: those from which its builds may be made, and
    /// the builds of the consumers that read it; for one that is written inside a document, that document.
    /// </summary>
    public ImmutableArray<DocumentPath> DockerfilesNamedBy(DocumentPath path) =>
        [.. DockerfilesNamedBy(ReadersOf(path).Prepend(path))];

    /// <summary>The Dockerfiles that are written inside a document, in its order.</summary>
    public ImmutableArray<EmbeddedDocument> EmbeddedIn(DocumentPath path) => Index.Embedded.In(path);

    /// <summary>A Dockerfile that is written inside another document, by its path; null for another path.</summary>
    public EmbeddedDocument? EmbeddedAt(DocumentPath path) => path.Host is null ? null : Index.Embedded.At(path);

    /// <summary>All Dockerfiles that are written inside other documents.</summary>
    public IEnumerable<EmbeddedDocument> Embedded => Index.Embedded.All;

    private SnapshotEntry? EntryAt(DocumentPath path) => _entries.GetValueOrDefault(path) ?? EmbeddedAt(path)?.Entry;

    private WorkspaceSnapshot Replace(DocumentPath path, SnapshotEntry? entry)
    {
        var entries = entry is null ? _entries.Remove(path) : _entries.SetItem(path, entry);
        var named = _named.Without(path);
        var after = new WorkspaceSnapshot(
            _kinds, entries, _consumers.Remove(path), named, _settings.Remove(path), NewestEmbedded, IsOutsideIndex(path) && ReferenceEquals(named, _named) ? _index : null);
        // Read anew as what they are without it.
        var told = ToldAnew(named, [path]).Where(file => !file.Equals(path)).Select(file => Find(file).Document).OfType<Document>().ToList();
        return told.Count == 0 ? after : after.WithMany(told);
    }

    /// <summary>The files of which documents that change say, or have said, that they are consumers' files.</summary>
    private HashSet<DocumentPath> ToldAnew(NamedConsumers named, IEnumerable<DocumentPath> changed) => ReferenceEquals(named, _named)
        ? []
        : [.. changed.Where(path => !named.FilesIn(path).SequenceEqual(_named.FilesIn(path))).SelectMany(path => _named.FilesIn(path).Concat(named.FilesIn(path)))];

    private SnapshotEntry Read(Document document, NamedConsumers named)
    {
        var consumer = document.Path.Host is not null ? null : StageFiles.ConsumerOf(document.Path, document.LanguageId, _kinds) ?? named.ConsumerOf(document);
        return new SnapshotEntry(document, consumer, _entries.GetValueOrDefault(document.Path));
    }

    /// <summary>
    /// Whether the index was made without this path, so that it holds whatever stands there. An index that nobody has asked for yet
    /// is not kept: it would be made from the old snapshot.
    /// </summary>
    private bool IsOutsideIndex(DocumentPath path) =>
        _index.IsValueCreated && !_consumers.Contains(path) && !ReadersOf(path).Any();

    private IEnumerable<DocumentPath> Dockerfiles => _entries.Keys.Where(IsDockerfile).Concat(Embedded.Select(embedded => embedded.Path));

    private bool IsDockerfile(DocumentPath path) =>
        EntryAt(path) is { Document: { } document } entry
        && (StageFiles.IsDockerfile(path, document.LanguageId) || (entry.Consumer is null && Index.NamesDockerfile(path)));

    /// <summary>The contexts in which a Dockerfile is built; null for one that is not a folder, or that cannot be known.</summary>
    private IEnumerable<DocumentPath?> ContextsOf(DocumentPath dockerfile) =>
        BuildTargetsOf(dockerfile).Select(target => target.Context.Folder).DefaultIfEmpty(dockerfile.Parent).Distinct();

    /// <summary>Where the files may lie that say what the builds of a Dockerfile leave out.</summary>
    private IEnumerable<DocumentPath> IgnoreFilesOf(DocumentPath dockerfile) => IgnoreFilesOf(dockerfile, ContextsOf(dockerfile).OfType<DocumentPath>());

    /// <summary>
    /// The same whatever the Dockerfiles say and whichever of them are there: in each context of a build that may be of it, in its own folder, and beside it. So it changes
    /// with the index alone.
    /// </summary>
    private IEnumerable<DocumentPath> IgnoreFilesToLookFor(DocumentPath dockerfile) => IgnoreFilesOf(dockerfile, Index.ContextsNaming(dockerfile).Append(dockerfile.Parent).OfType<DocumentPath>());

    private static IEnumerable<DocumentPath> IgnoreFilesOf(DocumentPath dockerfile, IEnumerable<DocumentPath> contexts) =>
        IgnoreFile.OfDockerfile(dockerfile) is { } own
            ? contexts.Distinct().Select(IgnoreFile.OfContext).Concat(dockerfile.Host is null ? [own] : [])
            : [];

    private IEnumerable<DocumentPath> ReadBy(DocumentPath path) => _entries.GetValueOrDefault(path)?.Read ?? [];

    private IEnumerable<DocumentPath> ReadersOf(DocumentPath path) =>
        _consumers.Where(consumer => _entries[consumer].HasRead(path));

    private List<DocumentPath> ReadersOf(IReadOnlyList<DocumentPath> paths)
    {
        if (paths is [var one])
            return [.. ReadersOf(one)];
        var all = paths.ToHashSet();
        return [.. _consumers.Where(consumer => _entries[consumer].Read.Any(all.Contains))];
    }

    private IEnumerable<DocumentPath> DockerfilesNamedBy(IEnumerable<DocumentPath> consumers) =>
        consumers.Distinct().SelectMany(consumer => ConsumerFileAt(consumer).Targets).SelectMany(StageIndex.CandidatesOf).Select(HostPlace.Of).Distinct();
}
