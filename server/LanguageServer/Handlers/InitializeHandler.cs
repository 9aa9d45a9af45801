using System.Collections.Immutable;
using System.Text.Json;
using Dockstage.Core.Text;
using Dockstage.LanguageServer.Conversion;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Protocol;
using Dockstage.LanguageServer.Session;
using Dockstage.LanguageServer.Transport;
using MediatR;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>LSP: <c>initialize</c>. Answers at once: nothing is read from the disk before the client says <c>initialized</c>.</summary>
internal sealed class InitializeHandler(Server server) : IRequestHandler<Request<InitializeParams, InitializeResult>, InitializeResult?>
{
    public Task<InitializeResult?> Handle(Request<InitializeParams, InitializeResult> request, CancellationToken cancellationToken)
    {
        var parameters = request.Params;
        if (parameters.Capabilities is { ValueKind: not JsonValueKind.Object })
            throw new ResponseException(new ResponseError(ErrorCode.InvalidParams, "capabilities: an object is expected"));
        var client = ClientAbilities.From(parameters.Capabilities);
        var folders = Folders(parameters);
        server.Session.Update(state => state with
        {
            Client = client,
            Folders = folders,
            Language = server.Options.Language ?? FromProtocol.Language(parameters.Locale),
        });
        server.Log.SetTrace(parameters.Trace);
        if (parameters.InitializationOptions is { } options)
            server.Configuration.Take(options);
        if (parameters.ProcessId is { } parent)
            server.Background.Start("processId", token => server.Parent.WatchAsync(parent, server.Stop, token));
        server.Lifecycle.Initialized();
        return Task.FromResult<InitializeResult?>(new InitializeResult
        {
            Capabilities = Capabilities(client),
            ServerInfo = new ServerInfo { Name = "dockstage", Version = server.Options.Version },
        });
    }

    /// <summary>LSP: <c>workspaceFolders</c>, else the older <c>rootUri</c>; neither when single files are edited.</summary>
    private static ImmutableArray<DocumentPath> Folders(InitializeParams parameters)
    {
        if (parameters.WorkspaceFolders is { } folders)
            return [.. folders.Select(folder => FromProtocol.Path(folder.Uri))];
        return parameters.RootUri is { } root ? [FromProtocol.Path(root)] : [];
    }

    private static ServerCapabilities Capabilities(ClientAbilities client) => new()
    {
        PositionEncoding = client.Encoding == PositionEncoding.Utf8 ? PositionEncodingKind.UTF8 : PositionEncodingKind.UTF16,
        TextDocumentSync = new TextDocumentSyncOptions { OpenClose = true, Change = TextDocumentSyncKind.Incremental },

        // What stands right before a stage name: `--from=`, `FROM ` and `target: `, and the quotes that YAML allows around it;
        // and the dash inside a name, at which editors end a list because it begins a new word.
        CompletionProvider = new CompletionOptions { TriggerCharacters = ["=", " ", "\"", "'", "-"], ResolveProvider = true },
        DefinitionProvider = true,
        ReferencesProvider = true,
        DocumentHighlightProvider = true,
        RenameProvider = new RenameOptions { PrepareProvider = client.PreparesRename ? true : null },
        CodeActionProvider = client.CodeActions
            ? new CodeActionOptions { CodeActionKinds = [CodeActionKind.QuickFix, CodeActionHandler.FixAllKind], ResolveProvider = true }
            : null,
        DocumentSymbolProvider = true,
        FoldingRangeProvider = true,
        SemanticTokensProvider = new SemanticTokensOptions { Legend = ToProtocol.SemanticTokensLegend, Full = true },
        WorkspaceSymbolProvider = true,
        HoverProvider = true,
        DocumentLinkProvider = new DocumentLinkOptions(),
        CodeLensProvider = new CodeLensOptions(),
        ExecuteCommandProvider = new ExecuteCommandOptions { Commands = [ExecuteCommandHandler.Name] },
        Workspace = new WorkspaceOptions
        {
            WorkspaceFolders = new WorkspaceFoldersServerCapabilities { Supported = true, ChangeNotifications = true },

            // All files and folders: a Dockerfile and a file of variables may have any name, and any folder may be a context or hold one.
            FileOperations = client.AsksBeforeFileRenames
                ? new FileOperationOptions
                {
                    WillRename = new FileOperationRegistrationOptions
                    {
                        Filters = [new FileOperationFilter { Pattern = new FileOperationPattern { Glob = "**/*" } }],
                    },
                }
                : null,
        },
    };
}
