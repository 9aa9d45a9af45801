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

    /// <summary>The client asks what is to be edited before files are renamed or moved.</summary>
    public bool AsksBeforeFileRenames { get; private init; }

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

    /// <summary>The client runs <c>dockstage.showGraph</c>.</summary>
    public bool ShowsGraph { get; private init; }

    /// <summary>The client wants <c>dockstage/changed</c>: it shows what builds say where LSP has no place for it.</summary>
    public bool WantsChanges { get; private init; }

    /// <summary>
    /// Reads them out of LSP's ClientCapabilities. They are looked up by their names instead of being read into types: a client says ten
    /// times more than is asked here, and types for all of it took a fifth of the start. What has another type than it should was not said.
    /// </summary>
    public static ClientAbilities From(JsonElement? client)
    {
        var capabilities = new Capabilities(client);
        var canMarkup = (string path) => capabilities.Texts(path) is not { } formats || formats.Contains(MarkupKind.Markdown);
        var versionedEdits = capabilities.Has("workspace.workspaceEdit.documentChanges");
        return new()
        {
            Encoding = Choose(capabilities.Texts("general.positionEncodings") ?? []),
            InsertReplace = capabilities.Has("textDocument.completion.completionItem.insertReplaceSupport"),
            DefaultEditRange = capabilities.Lists("textDocument.completion.completionList.itemDefaults", "editRange"),
            DefaultData = capabilities.Lists("textDocument.completion.completionList.itemDefaults", "data"),
            LabelDetails = capabilities.Has("textDocument.completion.completionItem.labelDetailsSupport"),
            DefinitionLinks = capabilities.Has("textDocument.definition.linkSupport"),
            MarkdownHover = canMarkup("textDocument.hover.contentFormat"),
            MarkdownCompletion = canMarkup("textDocument.completion.completionItem.documentationFormat"),
            PreparesRename = capabilities.Has("textDocument.rename.prepareSupport"),
            AsksBeforeFileRenames = capabilities.Has("workspace.fileOperations.willRename"),
            VersionedEdits = versionedEdits,
            AnnotatedEdits = versionedEdits && capabilities.At("workspace.workspaceEdit.changeAnnotationSupport") is not null,
            CreatesFiles = versionedEdits && capabilities.Lists("workspace.workspaceEdit.resourceOperations", ResourceOperationKind.Create),
            CodeActions = capabilities.At("textDocument.codeAction.codeActionLiteralSupport") is not null,
            PreferredActions = capabilities.Has("textDocument.codeAction.isPreferredSupport"),
            ResolvesActions = capabilities.Has("textDocument.codeAction.dataSupport")
                && capabilities.Lists("textDocument.codeAction.resolveSupport.properties", "edit"),
            OutlineTrees = capabilities.Has("textDocument.documentSymbol.hierarchicalDocumentSymbolSupport"),
            FoldingLimit = capabilities.Number("textDocument.foldingRange.rangeLimit") is > 0 and var limit ? limit : int.MaxValue,
            RelatedInformation = capabilities.Has("textDocument.publishDiagnostics.relatedInformation"),
            CodeDescription = capabilities.Has("textDocument.publishDiagnostics.codeDescriptionSupport"),
            DiagnosticTags = [.. capabilities.Numbers("textDocument.publishDiagnostics.tagSupport.valueSet").Select(tag => (DiagnosticTag)tag)],
            Configuration = capabilities.Has("workspace.configuration"),
            ConfigurationRegistration = capabilities.Has("workspace.didChangeConfiguration.dynamicRegistration"),
            FileWatching = capabilities.Has("workspace.didChangeWatchedFiles.dynamicRegistration"),
            Progress = capabilities.Has("window.workDoneProgress"),
            CodeLensRefresh = capabilities.Has("workspace.codeLens.refreshSupport"),
            BuildsTargets = capabilities.Lists("experimental.dockstageCommands", "dockstage.buildTarget"),
            ShowsReferences = capabilities.Lists("experimental.dockstageCommands", "dockstage.showReferences"),
            ShowsGraph = capabilities.Lists("experimental.dockstageCommands", "dockstage.showGraph"),
            WantsChanges = capabilities.Has("experimental.dockstageChanges"),
        };
    }

    /// <summary>LSP: the client lists encodings best first, and UTF-16 goes without saying.</summary>
    private static PositionEncoding Choose(ImmutableArray<string> encodings)
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

    /// <summary>What the client says, by dotted names.</summary>
    private readonly struct Capabilities(JsonElement? all)
    {
        /// <summary>What stands there; null where nothing does.</summary>
        public JsonElement? At(string path)
        {
            var at = all;
            foreach (var name in path.AsSpan().Split('.'))
            {
                if (at is not { ValueKind: JsonValueKind.Object } parent || !parent.TryGetProperty(path.AsSpan(name), out var child))
                    return null;
                at = child;
            }

            return at is { ValueKind: JsonValueKind.Null } ? null : at;
        }

        public bool Has(string path) => At(path) is { ValueKind: JsonValueKind.True };

        public bool Lists(string path, string value) => Texts(path)?.Contains(value) ?? false;

        public ImmutableArray<string>? Texts(string path) => At(path) is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : null;

        public int? Number(string path) => At(path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

        public ImmutableArray<int> Numbers(string path) => At(path) is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out _)).Select(item => item.GetInt32())]
            : [];
    }
}
