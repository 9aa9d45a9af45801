using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>All documents that are written inside others. A text that several builds share is one document.</summary>
internal sealed class EmbeddedDocuments
{
    private readonly Dictionary<DocumentPath, EmbeddedDocument> _byPath = [];
    private readonly Dictionary<DocumentPath, ImmutableArray<EmbeddedDocument>> _byHost = [];

    /// <summary>None.</summary>
    public static EmbeddedDocuments None { get; } = new();

    /// <summary>All of them.</summary>
    public IEnumerable<EmbeddedDocument> All => _byHost.Values.SelectMany(documents => documents);

    /// <summary>Those of all builds; what the earlier ones have in common with them is taken from those.</summary>
    public static EmbeddedDocuments Of(IEnumerable<BuildTarget> targets, EmbeddedDocuments earlier)
    {
        // Files may be read with other variables by others: what a file says of itself counts first.
        var said = targets.SelectMany(target => target.Alternative is { } other ? new[] { target, other } : [target]).Where(target => target.Dockerfile.Embedded is not null)
            .OrderBy(target => !target.File.Equals(target.Dockerfile.Embedded!.File)).ThenBy(target => target.File.Uri, StringComparer.Ordinal)
            .Select(target => target.Dockerfile.Embedded!).DistinctBy(text => text.Path).ToList();
        if (said.Count == 0)
            return None;
        var documents = new EmbeddedDocuments();
        foreach (var host in said.GroupBy(text => text.File))
        {
            var before = earlier.In(host.Key);
            documents._byHost[host.Key] = [.. host.OrderBy(text => text.Text.HostSpan.Start).Select((text, index) => Of(text, before, index))];
            foreach (var document in documents._byHost[host.Key])
                documents._byPath[document.Path] = document;
        }

        return documents;
    }

    /// <summary>The document at a path, or null.</summary>
    public EmbeddedDocument? At(DocumentPath path) => _byPath.GetValueOrDefault(path);

    /// <summary>The documents inside a document, in its order.</summary>
    public ImmutableArray<EmbeddedDocument> In(DocumentPath host) => _byHost.TryGetValue(host, out var documents) ? documents : [];

    /// <summary>The model of a text is made from that of the one that stood in its place, so that only what differs is read.</summary>
    private static EmbeddedDocument Of(EmbeddedText text, ImmutableArray<EmbeddedDocument> before, int index)
    {
        var previous = before.FirstOrDefault(document => document.Path.Equals(text.Path)) ?? (index < before.Length ? before[index] : null);
        return previous is not null && ReferenceEquals(previous.Said, text) ? previous : new EmbeddedDocument(text, previous);
    }
}
