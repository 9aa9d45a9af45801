using System.Text.Json;
using Dockstage.LanguageServer.Handlers;
using Dockstage.LanguageServer.Protocol;
using StreamJsonRpc;

namespace Dockstage.LanguageServer.Session;

/// <summary>
/// What the server says to the client and asks of it. Nothing here fails because the client is gone or refuses: then there is nobody
/// to tell. The methods named in this file belong to the input of scripts/protocol/generate.mjs.
/// </summary>
internal sealed class LanguageClient
{
    private JsonRpc? _rpc;

    /// <summary>Connects it.</summary>
    public void Attach(JsonRpc rpc) => _rpc = rpc;

    /// <summary>LSP: window/logMessage.</summary>
    public void LogMessage(MessageType type, string message) =>
        Notify("window/logMessage", new LogMessageParams { Type = type, Message = message });

    /// <summary>LSP: $/logTrace.</summary>
    public void LogTrace(string message) => Notify("$/logTrace", new LogTraceParams { Message = message });

    /// <summary>LSP: textDocument/publishDiagnostics.</summary>
    public void PublishDiagnostics(PublishDiagnosticsParams diagnostics) => Notify("textDocument/publishDiagnostics", diagnostics);

    /// <summary>LSP: $/progress.</summary>
    public void Progress<T>(string token, T value) =>
        Notify("$/progress", new ProgressParams { Token = token, Value = ServerJson.ToElement(value) });

    /// <summary>LSP: window/workDoneProgress/create. False when the client refuses.</summary>
    public Task<bool> CreateProgressAsync(string token, CancellationToken cancellationToken) =>
        AskAsync("window/workDoneProgress/create", new WorkDoneProgressCreateParams { Token = token }, cancellationToken);

    /// <summary>LSP: client/registerCapability. False when the client refuses.</summary>
    public Task<bool> RegisterAsync(Registration[] registrations, CancellationToken cancellationToken) =>
        AskAsync("client/registerCapability", new RegistrationParams { Registrations = registrations }, cancellationToken);

    /// <summary>LSP: workspace/codeLens/refresh.</summary>
    public Task<bool> RefreshCodeLensAsync(CancellationToken cancellationToken) =>
        AskAsync("workspace/codeLens/refresh", null, cancellationToken);

    /// <summary>Our own dockstage/changed.</summary>
    public void Changed(ChangedParams changed) => Notify("dockstage/changed", changed);

    /// <summary>LSP: workspace/configuration for one section; null when the client does not answer.</summary>
    public async Task<JsonElement?> ConfigurationAsync(string section, CancellationToken cancellationToken)
    {
        var question = new ConfigurationParams { Items = [new ConfigurationItem { Section = section }] };
        try
        {
            var answer = await Rpc
                .InvokeWithParameterObjectAsync<JsonElement>("workspace/configuration", Named(question), null, cancellationToken)
                .ConfigureAwait(false);
            return answer.ValueKind == JsonValueKind.Array && answer.GetArrayLength() == 1 ? answer[0] : null;
        }
        catch (Exception exception) when (IsNoAnswer(exception))
        {
            return null;
        }
    }

    private JsonRpc Rpc => _rpc ?? throw new InvalidOperationException("The client is not attached.");

    private void Notify(string method, object parameters) => _ = NotifyAsync(method, Named(parameters));

    private async Task NotifyAsync(string method, Dictionary<string, object?> parameters)
    {
        try
        {
            await Rpc.NotifyWithParameterObjectAsync(method, parameters, null).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsNoAnswer(exception))
        {
            // The client is gone.
        }
    }

    private async Task<bool> AskAsync(string method, object? parameters, CancellationToken cancellationToken)
    {
        try
        {
            await Rpc
                .InvokeWithParameterObjectAsync(method, parameters is null ? null : Named(parameters), null, cancellationToken)
                .ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (IsNoAnswer(exception))
        {
            return false;
        }
    }

    private static bool IsNoAnswer(Exception exception) =>
        exception is RemoteRpcException or ConnectionLostException or ObjectDisposedException or OperationCanceledException or IOException;

    /// <summary>Properties by name: StreamJsonRpc would otherwise find them by reflection.</summary>
    private static Dictionary<string, object?> Named(object parameters)
    {
        var element = JsonSerializer.SerializeToElement(parameters, ServerJson.Options.GetTypeInfo(parameters.GetType()));
        return element.EnumerateObject().ToDictionary(property => property.Name, property => (object?)property.Value);
    }
}
