namespace Dockstage.LanguageServer.Transport;

/// <summary>Why a request is answered with an error. LSP: ResponseError.</summary>
/// <param name="Code">One of <see cref="ErrorCode"/>.</param>
/// <param name="Message">A sentence.</param>
public sealed record ResponseError(int Code, string Message);

/// <summary>The error codes of JSON-RPC and LSP that this server sends. LSP: ErrorCodes, LSPErrorCodes.</summary>
public static class ErrorCode
{
    /// <summary>Not JSON, or not even a frame.</summary>
    public const int ParseError = -32700;

    /// <summary>JSON, but no request; or a request that may not come now.</summary>
    public const int InvalidRequest = -32600;

    /// <summary>No such method.</summary>
    public const int MethodNotFound = -32601;

    /// <summary>The parameters do not fit the method.</summary>
    public const int InvalidParams = -32602;

    /// <summary>A bug of ours.</summary>
    public const int InternalError = -32603;

    /// <summary>A request came before <c>initialize</c>.</summary>
    public const int ServerNotInitialized = -32002;

    /// <summary>The request was right, but it cannot be done; the message says why.</summary>
    public const int RequestFailed = -32803;

    /// <summary>The documents have changed, so that the request means nothing any more.</summary>
    public const int ContentModified = -32801;

    /// <summary>The client cancelled it.</summary>
    public const int RequestCancelled = -32800;
}

/// <summary>Thrown in a handler to answer with an error of the protocol.</summary>
/// <param name="error">The answer.</param>
public sealed class ResponseException(ResponseError error) : Exception(error.Message)
{
    /// <summary>The answer.</summary>
    public ResponseError Error { get; } = error;
}
