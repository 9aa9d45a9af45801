using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Documents;
using Dockstage.Core.IgnoreFiles;
using Dockstage.Core.Semantics;
using Dockstage.Core.Settings;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>
/// One document of a snapshot with what is derived from it. Entries are shared between snapshots; an entry's build targets are
/// computed again only when a document that they were computed from has changed.
/// </summary>
internal sealed class SnapshotEntry
{
    private readonly Lazy<DockerfileModel>? _dockerfile;
    private readonly Lazy<SettingsFile>? _settings;
    private readonly Lazy<IgnoreFile>? _ignore;
    private volatile ConsumerReading? _reading;

    /// <summary>The newest model of an earlier text at this path, until the model of this one is made of it.</summary>
    private volatile DockerfileModel? _earlier;

    /// <param name="document">The document.</param>
    /// <param name="consumer">Who reads it as a consumer's file, or null.</param>
    /// <param name="previous">What stood at its path before, or null.</param>
    public SnapshotEntry(Document document, IStageConsumer? consumer, SnapshotEntry? previous)
    {
        Document = document;
        State = DocumentState.Known(document);
        Consumer = consumer;
        _earlier = previous?.NewestDockerfile;
        _dockerfile = new Lazy<DockerfileModel>(() => MakeDockerfile(document.Text));
        if (SettingsFile.IsNamedSo(document.Path))
            _settings = new Lazy<SettingsFile>(() => SettingsFile.Read(document.Text));
        if (IgnoreFile.IsNamedSo(document.Path))
            _ignore = new Lazy<IgnoreFile>(() => IgnoreFile.Read(document.Text));
    }

    private SnapshotEntry(DocumentState state) => State = state;

    /// <summary>The entry of a path that certainly holds no document.</summary>
    public static SnapshotEntry Absent { get; } = new(DocumentState.Absent);

    /// <summary>The entry of a path that holds something without a text.</summary>
    public static SnapshotEntry Unreadable { get; } = new(DocumentState.Unreadable);

    public DocumentState State { get; }

    public Document? Document { get; }

    public IStageConsumer? Consumer { get; }

    public SettingsFile? Settings => _settings?.Value;

    public IgnoreFile? Ignore => _ignore?.Value;

    public DockerfileModel? Dockerfile
    {
        get
        {
            var model = _dockerfile?.Value;
            _earlier = null;
            return model;
        }
    }

    private DockerfileModel? NewestDockerfile
    {
        get
        {
            // In this order: when another thread has taken the earlier one away, the new one is there.
            var earlier = _earlier;
            return _dockerfile is { IsValueCreated: true } ? _dockerfile.Value : earlier;
        }
    }

    /// <summary>The other documents that were asked for, so far as anybody has asked for the build targets.</summary>
    public IEnumerable<DocumentPath> Read => _reading?.Read.Keys ?? [];

    public bool HasRead(DocumentPath path) => _reading is { } reading && reading.Read.ContainsKey(path);

    public ConsumerFile ConsumerFile(IDocumentSource documents)
    {
        if (Consumer is null || Document is null)
            return Consumers.ConsumerFile.Empty;
        var reading = _reading;
        if (reading is null || !reading.StillHolds(documents))
            _reading = reading = ConsumerReading.Of(Consumer, Document, documents);
        return reading.Said;
    }

    private DockerfileModel MakeDockerfile(SourceText text) =>
        _earlier is not { } earlier ? DockerfileModel.Parse(text)
        : ReferenceEquals(earlier.Text, text) ? earlier
        : DockerfileModel.Parse(text, earlier);

    /// <summary>A consumer's answer together with the other documents it was computed from.</summary>
    private sealed record ConsumerReading(ConsumerFile Said, ImmutableDictionary<DocumentPath, Document?> Read)
    {
        public static ConsumerReading Of(IStageConsumer consumer, Document document, IDocumentSource documents)
        {
            var recorder = new RecordingSource(documents);
            var said = consumer.Read(document, recorder);
            return new ConsumerReading(said, recorder.Read.ToImmutable());
        }

        public bool StillHolds(IDocumentSource documents)
        {
            foreach (var (path, document) in Read)
            {
                if (!ReferenceEquals(documents.Find(path).Document, document))
                    return false;
            }

            return true;
        }
    }

    private sealed class RecordingSource(IDocumentSource source) : IDocumentSource
    {
        public ImmutableDictionary<DocumentPath, Document?>.Builder Read { get; } =
            ImmutableDictionary.CreateBuilder<DocumentPath, Document?>();

        public DocumentState Find(DocumentPath path)
        {
            var state = source.Find(path);
            Read[path] = state.Document;
            return state;
        }

        // When others say so of a file, it is read anew: its entry is another one then.
        public IEnumerable<Document> NamersOf(DocumentPath path) => source.NamersOf(path).Select(namer => Find(namer.Path).Document).OfType<Document>();
    }
}
