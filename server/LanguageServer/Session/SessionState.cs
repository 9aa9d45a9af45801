using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;
using Dockstage.LanguageServer.Files;

namespace Dockstage.LanguageServer.Session;

/// <summary>
/// Everything the server knows at one moment. It never changes; a change is a new state. Requests that only read keep the state of
/// their turn as long as they like.
/// </summary>
public sealed record SessionState
{
    /// <summary>Nothing yet.</summary>
    public static SessionState Empty { get; } = new();

    /// <summary>All known documents, the editor's text first.</summary>
    public WorkspaceSnapshot Workspace { get; init; } = WorkspaceSnapshot.Empty;

    /// <summary>The documents that the client has open.</summary>
    public ImmutableDictionary<DocumentPath, OpenDocument> Open { get; init; } = ImmutableDictionary<DocumentPath, OpenDocument>.Empty;

    /// <summary>The folders of the workspace.</summary>
    public ImmutableArray<DocumentPath> Folders { get; init; } = [];

    /// <summary>The user's settings in the editor. What holds for a document is said by <see cref="SettingsFor"/>.</summary>
    public Settings Settings { get; init; } = Settings.Default;

    /// <summary>What the client can do.</summary>
    public ClientAbilities Client { get; init; } = ClientAbilities.None;

    /// <summary>The language of the client's user.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>Whether a document belongs to a folder of the workspace.</summary>
    public bool IsInWorkspace(DocumentPath path)
    {
        foreach (var folder in Folders)
        {
            if (path.IsWithin(folder))
                return true;
        }

        return false;
    }

    /// <summary>
    /// The folder from which a document's path is told to people: that of the workspace that holds it, else its own; without a document the
    /// first folder of the workspace.
    /// </summary>
    public DocumentPath RootOf(DocumentPath? path)
    {
        foreach (var folder in Folders)
        {
            if (path is null || path.IsWithin(folder))
                return folder;
        }

        return path?.Parent ?? path ?? DocumentPath.FromUri("file:///");
    }

    /// <summary>
    /// The settings that hold for a document: key by key those of the nearest <c>.dockstage.json</c> in its folder or above, then the
    /// editor's. What the files say counts more than the editor, so that editors and CI agree.
    /// </summary>
    public Settings SettingsFor(DocumentPath path)
    {
        Settings? settings = null;
        foreach (var file in Workspace.SettingsFilesFor(path).Reverse())
            settings = Settings.From(Workspace.SettingsIn(file)!.Values.Over((settings ?? Settings).Values));
        return settings ?? Settings;
    }

    /// <summary>
    /// Whether <c>files.exclude</c> excludes a document. The globs count from the folder of the settings file that holds them; the editor's
    /// from the folder of the workspace.
    /// </summary>
    public bool IsExcluded(DocumentPath path)
    {
        foreach (var file in Workspace.SettingsFilesFor(path))
        {
            if (Workspace.SettingsIn(file)!.Values.Texts("files.exclude") is { } globs && file.Parent is { } root)
                return ExcludeGlobs.From(globs).Matches(path.RelativeTo(root));
        }

        foreach (var folder in Folders)
        {
            if (path.IsWithin(folder) && Settings.Exclude.Matches(path.RelativeTo(folder)))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether findings in a document are shown: it is of a kind we know, a build names it as its Dockerfile or takes something from it, it is not excluded, and it is
    /// open or in the workspace.
    /// </summary>
    public bool Reports(DocumentPath path) =>
        Workspace.Find(path).Document is { } document
        && (StageFiles.Claims(path, document.LanguageId) || Workspace.ConsumerAt(path) is not null || Workspace.Index.NamesDockerfile(path) || Workspace.BuildTargetsAt(path).Any())
        && (Open.ContainsKey(path) || IsInWorkspace(path))
        && !IsExcluded(path);

    /// <summary>An open document with a text, new or changed.</summary>
    public SessionState WithOpen(Document document, int version) => this with
    {
        Workspace = Workspace.With(document),
        Open = Open.Remove(document.Path).Add(document.Path, new OpenDocument(document, version)),
    };

    /// <summary>A document that is no longer open.</summary>
    /// <param name="path">The document.</param>
    /// <param name="isOnDisk">Whether its text stays until the disk's is read; a document that is no file here is forgotten.</param>
    public SessionState WithClosed(DocumentPath path, bool isOnDisk) => this with
    {
        Workspace = isOnDisk ? Workspace : Workspace.Without(path),
        Open = Open.Remove(path),
    };

    /// <summary>What the disk says. Open documents keep the editor's text; equal texts change nothing.</summary>
    public SessionState WithDisk(IEnumerable<(DocumentPath Path, DocumentState Found)> read)
    {
        var workspace = Workspace;
        var documents = new List<Document>();
        foreach (var (path, found) in read)
        {
            if (Open.ContainsKey(path))
                continue;
            var known = workspace.Find(path);
            if (found.Document is { } document)
            {
                if (known.Document is not { LanguageId: null } old || !HaveEqualTexts(old, document))
                    documents.Add(document);
            }
            else if (found.IsAbsent && !known.IsAbsent)
            {
                workspace = workspace.WithAbsent(path);
            }
            else if (found.IsUnreadable && !known.IsUnreadable)
            {
                workspace = workspace.WithUnreadable(path);
            }
        }

        if (documents.Count > 0)
            workspace = workspace.WithMany(documents);
        return ReferenceEquals(workspace, Workspace) ? this : this with { Workspace = workspace };
    }

    /// <summary>Other folders: the documents of folders that are gone are forgotten, unless they are open.</summary>
    public SessionState WithFolders(ImmutableArray<DocumentPath> folders)
    {
        var after = this with { Folders = folders };
        var workspace = Workspace;
        foreach (var path in Workspace.Paths)
        {
            if (IsInWorkspace(path) && !after.IsInWorkspace(path) && !Open.ContainsKey(path))
                workspace = workspace.Without(path);
        }

        return after with { Workspace = workspace };
    }

    private static bool HaveEqualTexts(Document one, Document other) =>
        one.Text.ToString().Equals(other.Text.ToString(), StringComparison.Ordinal);
}
