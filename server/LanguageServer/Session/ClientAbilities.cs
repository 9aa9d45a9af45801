using System.Collections.Immutable;
using System.Text.Json;
using Dockstage.Core.Text;
using Dockstage.LanguageServer.Protocol;

namespace Dockstage.LanguageServer.Session;

/// <summary>What the client says it can do, as plain answers. A client that says nothing can do nothing beyond LSP's base.</summary>
public sealed record ClientAbilities
{
    /// <summary>A client that says nothing.</summary>
    public static ClientAbilities None { get; } = new();

    /// <summary>How positions are counted with this client.</summary>
    public PositionEncoding Encoding { get; private init; } = PositionEncoding.Utf16;

    /// <summary>Completion may give an insert range and a replace range.</summary>
    public bool InsertReplace { get; private init; }

    /// <summary>A list of completions may say once which range all of its items replace.</summary>
    public bool DefaultEditRange { get; private init; }

    /// <summary>A list of completions may carry once the data of all of its items.</summary>
    public bool DefaultData { get; private init; }

    /// <summary>Completion may give a remark beside the label.</summary>
    public bool LabelDetails { get; private init; }

    /// <summary>Definition may answer with links that know their origin.</summary>
    public bool DefinitionLinks { get; private init; }

    /// <summary>Hover may be Markdown; a client that does not say is taken to know it.</summary>
    public bool MarkdownHover { get; private init; } = true;

    /// <summary>Documentation of a completion may be Markdown; a client that does not say is taken to know it.</summary>
    public bool MarkdownCompletion { get; private init; } = true;

    /// <summary>The client asks what a rename would rename before it asks for the name.</summary>
    public bool PreparesRename { get; private init; }

    /// <summary>Edits of several documents may say for which versions they are meant.</summary>
    public bool VersionedEdits { get; private init; }

    /// <summary>Edits may say in words what they do.</summary>
    public bool AnnotatedEdits { get; private init; }

    /// <summary>An edit may make files.</summary>
    public bool CreatesFiles { get; private init; }

    /// <summary>What can be done about a finding may be told as data; without that there are only commands, of which we have none.</summary>
    public bool CodeActions { get; private init; }

    /// <summary>The client knows what a preferred action is.</summary>
    public bool PreferredActions { get; private init; }

    /// <summary>The client asks for the edit of an action when the user has chosen it.</summary>
    public bool ResolvesActions { get; private init; }

    /// <summary>An outline may be a tree.</summary>
    public bool OutlineTrees { get; private init; }

    /// <summary>How many folding ranges of a document the client wants at most.</summary>
    public int FoldingLimit { get; private init; } = int.MaxValue;

    /// <summary>Diagnostics may name related places.</summary>
    public bool RelatedInformation { get; private init; }

    /// <summary>Diagnostics may link to a page about their code.</summary>
    public bool CodeDescription { get; private init; }

    /// <summary>The tags of diagnostics that the client can show.</summary>
    public ImmutableArray<DiagnosticTag> DiagnosticTags { get; private init; } = [];

    /// <summary>The client can be asked for settings.</summary>
    public bool Configuration { get; private init; }

    /// <summary>The client can be told to report changes of settings.</summary>
    public bool ConfigurationRegistration { get; private init; }

    /// <summary>The client can be told which files to watch.</summary>
    public bool FileWatching { get; private init; }

    /// <summary>The client shows progress.</summary>
    public bool Progress { get; private init; }

    /// <summary>The client can be told to ask for its lenses anew.</summary>
    public bool CodeLensRefresh { get; private init; }

    /// <summary>The client runs <c>dockstage.buildTarget</c> itself.</summary>
    public bool BuildsTargets { get; private init; }

    /// <summary>The client runs <c>dockstage.showReferences</c>.</summary>
    public bool ShowsReferences { get; private init; }

    /// <summary>Reads them. LSP: ClientCapabilities.</summary>
    public static ClientAbilities From(ClientCapabilities? client) => new()
    {
        Encoding = Choose(client?.General?.PositionEncodings ?? []),
        InsertReplace = client?.TextDocument?.Completion?.CompletionItem?.InsertReplaceSupport ?? false,
        DefaultEditRange = client?.TextDocument?.Completion?.CompletionList?.ItemDefaults?.Contains("editRange") ?? false,
        DefaultData = client?.TextDocument?.Completion?.CompletionList?.ItemDefaults?.Contains("data") ?? false,
        LabelDetails = client?.TextDocument?.Completion?.CompletionItem?.LabelDetailsSupport ?? false,
        DefinitionLinks = client?.TextDocument?.Definition?.LinkSupport ?? false,
        MarkdownHover = client?.TextDocument?.Hover?.ContentFormat?.Contains(MarkupKind.Markdown) ?? true,
        MarkdownCompletion = client?.TextDocument?.Completion?.CompletionItem?.DocumentationFormat?.Contains(MarkupKind.Markdown) ?? true,
        PreparesRename = client?.TextDocument?.Rename?.PrepareSupport ?? false,
        VersionedEdits = client?.Workspace?.WorkspaceEdit?.DocumentChanges ?? false,
        AnnotatedEdits = client?.Workspace?.WorkspaceEdit is { DocumentChanges: true, ChangeAnnotationSupport: not null },
        CreatesFiles = client?.Workspace?.WorkspaceEdit is { DocumentChanges: true, ResourceOperations: { } operations }
            && operations.Contains(ResourceOperationKind.Create),
        CodeActions = client?.TextDocument?.CodeAction?.CodeActionLiteralSupport is not null,
        PreferredActions = client?.TextDocument?.CodeAction?.IsPreferredSupport ?? false,
        ResolvesActions = client?.TextDocument?.CodeAction is { DataSupport: true, ResolveSupport.Properties: var resolved } && resolved.Contains("edit"),
        OutlineTrees = client?.TextDocument?.DocumentSymbol?.HierarchicalDocumentSymbolSupport ?? false,
        FoldingLimit = client?.TextDocument?.FoldingRange?.RangeLimit is > 0 and var limit ? limit : int.MaxValue,
        RelatedInformation = client?.TextDocument?.PublishDiagnostics?.RelatedInformation ?? false,
        CodeDescription = client?.TextDocument?.PublishDiagnostics?.CodeDescriptionSupport ?? false,
        DiagnosticTags = [.. client?.TextDocument?.PublishDiagnostics?.TagSupport?.ValueSet ?? []],
        Configuration = client?.Workspace?.Configuration ?? false,
        ConfigurationRegistration = client?.Workspace?.DidChangeConfiguration?.DynamicRegistration ?? false,
        FileWatching = client?.Workspace?.DidChangeWatchedFiles?.DynamicRegistration ?? false,
        Progress = client?.Window?.WorkDoneProgress ?? false,
        CodeLensRefresh = client?.Workspace?.CodeLens?.RefreshSupport ?? false,
        BuildsTargets = ListsCommand(client?.Experimental, "dockstage.buildTarget"),
        ShowsReferences = ListsCommand(client?.Experimental, "dockstage.showReferences"),
    };

    /// <summary>LSP: the client lists encodings best first, and UTF-16 goes without saying.</summary>
    private static PositionEncoding Choose(string[] encodings)
    {
        foreach (var encoding in encodings)
        {
            if (encoding == PositionEncodingKind.UTF8)
                return PositionEncoding.Utf8;
            if (encoding == PositionEncodingKind.UTF16)
                return PositionEncoding.Utf16;
        }

        return PositionEncoding.Utf16;
    }

    private static bool ListsCommand(JsonElement? experimental, string command) =>
        experimental is { ValueKind: JsonValueKind.Object } any
        && any.TryGetProperty("dockstageCommands", out var commands)
        && commands.ValueKind == JsonValueKind.Array
        && commands.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.ValueEquals(command));
}
