using System.Collections.Immutable;
using Dockstage.LanguageServer.Handlers;
using Dockstage.LanguageServer.Protocol;
using MediatR;

namespace Dockstage.LanguageServer.Dispatch;

/// <summary>
/// The page to read first: every method that the server knows, how it is run, what comes in, what goes out, and who answers.
/// <para>
/// A new method is one row here and one file in <c>Handlers</c>; <c>node scripts/protocol/generate.mjs</c> then writes its types.
/// A request that is not in the table is answered with MethodNotFound, a notification that is not in the table is ignored; both is so
/// for <c>$/</c> too (LSP, Base Protocol, $ Notifications and Requests). StreamJsonRpc itself handles <c>$/cancelRequest</c>.
/// </para>
/// </summary>
internal static class MethodTable
{
    /// <summary>All rows.</summary>
    public static ImmutableArray<Method> All { get; } =
    [
        // Life of the server
        Mutation<InitializeParams, InitializeResult>("initialize", server => new InitializeHandler(server)),
        Mutation<InitializedParams, None>("initialized", server => new InitializedHandler(server)),
        Mutation<ShutdownParams, None>("shutdown", server => new ShutdownHandler(server)),
        Mutation<ExitParams, None>("exit", server => new ExitHandler(server)),
        Mutation<SetTraceParams, None>("$/setTrace", server => new SetTraceHandler(server.Log)),

        // What the client tells about documents
        Mutation<DidOpenTextDocumentParams, None>("textDocument/didOpen", server => new DidOpenHandler(server.Session, server.Files)),
        Mutation<DidChangeTextDocumentParams, None>("textDocument/didChange", server => new DidChangeHandler(server.Session, server.Files, server.Log)),
        Mutation<DidCloseTextDocumentParams, None>("textDocument/didClose", server => new DidCloseHandler(server.Session, server.Files)),

        // What the client tells about the workspace
        Mutation<DidChangeWorkspaceFoldersParams, None>(
            "workspace/didChangeWorkspaceFolders", server => new DidChangeWorkspaceFoldersHandler(server)),
        Mutation<DidChangeWatchedFilesParams, None>("workspace/didChangeWatchedFiles", server => new DidChangeWatchedFilesHandler(server.Watching)),
        Mutation<DidChangeConfigurationParams, None>("workspace/didChangeConfiguration", server => new DidChangeConfigurationHandler(server.Configuration)),

        // What the client asks
        QuickRead<CompletionParams, CompletionList>("textDocument/completion", _ => new CompletionHandler()),
        Read<CompletionItem, CompletionItem>("completionItem/resolve", _ => new CompletionResolveHandler()),
        Read<DefinitionParams, OneOf<Location[], LocationLink[]>>("textDocument/definition", _ => new DefinitionHandler()),
        Read<ReferenceParams, Location[]>("textDocument/references", _ => new ReferencesHandler()),
        Read<DocumentHighlightParams, DocumentHighlight[]>("textDocument/documentHighlight", _ => new DocumentHighlightHandler()),
        Read<PrepareRenameParams, PrepareRenameResult>("textDocument/prepareRename", _ => new PrepareRenameHandler()),
        Read<RenameParams, WorkspaceEdit>("textDocument/rename", _ => new RenameHandler()),
        Read<RenameFilesParams, WorkspaceEdit>("workspace/willRenameFiles", _ => new WillRenameFilesHandler()),
        Read<CodeActionParams, CodeAction[]>("textDocument/codeAction", _ => new CodeActionHandler()),
        Read<CodeAction, CodeAction>("codeAction/resolve", _ => new CodeActionResolveHandler()),
        Read<DocumentSymbolParams, OneOf<SymbolInformation[], DocumentSymbol[]>>(
            "textDocument/documentSymbol", _ => new DocumentSymbolHandler()),
        Read<FoldingRangeParams, FoldingRange[]>("textDocument/foldingRange", _ => new FoldingRangeHandler()),
        Read<SemanticTokensParams, SemanticTokens>("textDocument/semanticTokens/full", _ => new SemanticTokensHandler()),
        Read<WorkspaceSymbolParams, WorkspaceSymbol[]>("workspace/symbol", _ => new WorkspaceSymbolHandler()),
        Read<DocumentLinkParams, DocumentLink[]>("textDocument/documentLink", _ => new DocumentLinkHandler()),
        Read<HoverParams, Hover>("textDocument/hover", _ => new HoverHandler()),
        Read<CodeLensParams, CodeLens[]>("textDocument/codeLens", _ => new CodeLensHandler()),
        Read<ExecuteCommandParams, BuildCommandAnswer>("workspace/executeCommand", server => new ExecuteCommandHandler(server.Session, server.Files)),

        // What a client asks that shows the stages themselves; explained in docs/protocol.md
        Read<GraphParams, GraphAnswer>("dockstage/graph", _ => new GraphHandler()),
        Read<GraphTextParams, GraphTextAnswer>("dockstage/graphText", _ => new GraphTextHandler()),
        Read<TargetFilesParams, TargetFileAnswer[]>("dockstage/targetFiles", _ => new TargetFilesHandler()),
        Read<TargetsParams, TargetsAnswer>("dockstage/targets", _ => new TargetsHandler()),
    ];

    private static Method<TParams, TResult> Mutation<TParams, TResult>(
        string name, Func<Server, IRequestHandler<Request<TParams, TResult>, TResult?>> handler)
        where TParams : class
        where TResult : class =>
        new(name, Handling.Mutation, handler);

    private static Method<TParams, TResult> Read<TParams, TResult>(
        string name, Func<Server, IRequestHandler<Request<TParams, TResult>, TResult?>> handler)
        where TParams : class
        where TResult : class =>
        new(name, Handling.Read, handler);

    private static Method<TParams, TResult> QuickRead<TParams, TResult>(
        string name, Func<Server, IRequestHandler<Request<TParams, TResult>, TResult?>> handler)
        where TParams : class
        where TResult : class =>
        new(name, Handling.QuickRead, handler);
}
