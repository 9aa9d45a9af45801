using System.Collections.Immutable;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests;

/// <summary>A workspace written as one marked text. Dockerfiles that nothing declares are certainly absent, as on a disk that was looked at.</summary>
internal sealed class MarkedWorkspace
{
    public MarkedWorkspace(string markup, string lineEnd = "\n", string defaultPath = "Dockerfile")
    {
        Files = Markup.Parse(markup, defaultPath, lineEnd);
        var snapshot = WorkspaceSnapshot.EmptyFor(AwaitedConsumer.WithThose).WithMany(Files.Select(f => f.ToDocument()));
        while (snapshot.Wanted is { IsEmpty: false } wanted)
            snapshot = wanted.Aggregate(snapshot, (s, path) => s.WithAbsent(path));
        Snapshot = snapshot;
    }

    public ImmutableArray<MarkedFile> Files { get; }

    public WorkspaceSnapshot Snapshot { get; }

    /// <summary>The file with the cursor.</summary>
    public MarkedFile At => Files.Single(f => f.Cursor is not null);

    public int Cursor => At.Cursor!.Value;

    public MarkedFile this[string path] => Files.Single(f => f.Path.Equals(Markup.Root.Resolve(path)));

    public MarkedFile FileAt(DocumentPath path) => Files.Single(f => f.Path.Equals(path));
}
