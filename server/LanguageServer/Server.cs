using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using Dockstage.LanguageServer.Dispatch;
using Dockstage.LanguageServer.Files;
using Dockstage.LanguageServer.Messages;
using Dockstage.LanguageServer.Protocol;
using Dockstage.LanguageServer.Session;
using Dockstage.LanguageServer.Transport;
using MediatR;
using StreamJsonRpc;

namespace Dockstage.LanguageServer;

/// <summary>
/// One language server on one pair of streams: puts the parts together. StreamJsonRpc reads a message and calls the method's entry, the
/// <see cref="RequestQueue"/> gives it its turn, MediatR takes it through the pipeline to its handler.
/// </summary>
public sealed class Server : IDisposable
{
    private const string FormatterJustification = "It uses reflection unless its options name source-generated contexts, as these do.";

    private readonly LspMessageHandler _messages;
    private readonly JsonRpc _rpc;
    private readonly RequestQueue _queue;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Server(Stream input, Stream output, ServerOptions options, IEnumerable<Method> methods)
    {
        Options = options;
        Log = new ClientLog(Client, Session);
        Background = new BackgroundWork(Log);
        Files = new WorkspaceFiles(Session, Log, Background);
        Scanner = new FolderScanner(Session, Files, Client, Log, Background);
        Watching = new FileWatching(Session, Client, Files, Background);
        Configuration = new Configuration(Session, Client, Log, Scanner, Background);
        Publisher = new DiagnosticsPublisher(Session, Client, Background, options.Time);
        Parent = new ParentProcess(options.Time, options.IsAlive);

        Handlers = new HandlerFactory();
        _queue = new RequestQueue(new Mediator(Handlers.Get), Session, Lifecycle);
        var names = methods.Select(method => method.Name).ToHashSet();
        // The queue sees to the methods of the table in their turn; this is for requests that nobody would see to.
        _messages = new LspMessageHandler(
            input, output, CreateFormatter(), name => names.Contains(name) ? null : Lifecycle.Refuse(name));
        _rpc = new JsonRpc(_messages) { SynchronizationContext = new InlineContext() };
        MethodInfo? entryPoint = null;
        foreach (var method in methods)
        {
            method.Register(Handlers, this);
            entryPoint = AddEntry(method, entryPoint);
        }

        Client.Attach(_rpc);
    }

    internal ServerOptions Options { get; }

    internal TimeProvider Time => Options.Time;

    internal ServerSession Session { get; } = new();

    internal Lifecycle Lifecycle { get; } = new();

    internal LanguageClient Client { get; } = new();

    internal ClientLog Log { get; }

    internal BackgroundWork Background { get; }

    internal WorkspaceFiles Files { get; }

    internal FolderScanner Scanner { get; }

    internal FileWatching Watching { get; }

    internal Configuration Configuration { get; }

    internal DiagnosticsPublisher Publisher { get; }

    internal ParentProcess Parent { get; }

    internal HandlerFactory Handlers { get; }

    /// <summary>Serves until <c>exit</c>, the end of the input, or the parent's death.</summary>
    /// <param name="input">What the client sends.</param>
    /// <param name="output">What the client reads.</param>
    /// <param name="options">What the executable decides.</param>
    /// <returns>The exit code of the process: 0 when the client had asked for <c>shutdown</c>, else 1.</returns>
    public static Task<int> RunAsync(Stream input, Stream output, ServerOptions options) => RunAsync(input, output, options, MethodTable.All);

    /// <summary>The same with other methods, for tests of the way a request takes.</summary>
    internal static async Task<int> RunAsync(Stream input, Stream output, ServerOptions options, IEnumerable<Method> methods)
    {
        using var server = new Server(input, output, options, methods);
        server._rpc.StartListening();
        await Task.WhenAny(server._rpc.Completion, server._stopped.Task).ConfigureAwait(false);
        server.Background.Stop();
        await server._messages.LastAnswersAsync().ConfigureAwait(false);
        return server.Lifecycle.ExitCode;
    }

    /// <summary>Ends the server.</summary>
    internal void Stop() => _stopped.TrySetResult();

    /// <inheritdoc/>
    public void Dispose()
    {
        _rpc.Dispose();
        Publisher.Dispose();
        Files.Dispose();
        Background.Dispose();
    }

    /// <summary>Has StreamJsonRpc know a method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="entryPoint">
    /// What this has answered for another method, or null: all entries run the same code for different methods, and to find its name again
    /// for each would make the start slower.
    /// </param>
    /// <returns>What is called.</returns>
    private MethodInfo AddEntry(Method method, MethodInfo? entryPoint)
    {
        Func<JsonElement, CancellationToken, Task<object?>> entry = (parameters, cancellationToken) => AnswerAsync(method, parameters, cancellationToken);
        entryPoint ??= entry.Method;
        _rpc.AddLocalRpcMethod(
            entryPoint, entry.Target, new JsonRpcMethodAttribute(method.Name) { UseSingleObjectParameterDeserialization = true });
        return entryPoint;
    }

    private async Task<object?> AnswerAsync(Method method, JsonElement parameters, CancellationToken cancellationToken)
    {
        try
        {
            return await _queue.EnqueueAsync(method, parameters, cancellationToken).ConfigureAwait(false);
        }
        catch (ResponseException exception)
        {
            // Nobody answers a notification; what was wrong with it stands in the log.
            if (method.ResultType == typeof(None))
                Log.Warning(HostMessages.MessageDropped.With(method.Name, exception.Message));
            throw new LocalRpcException(exception.Message) { ErrorCode = exception.Error.Code };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A bug outside the pipeline. StreamJsonRpc would describe it with a type that the native binary cannot write, and nobody
            // would be answered.
            Log.Error(HostMessages.RequestFailed.With(method.Name, exception.ToString()));
            throw new LocalRpcException($"{method.Name}: {exception.Message}") { ErrorCode = ErrorCode.InternalError };
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = FormatterJustification)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = FormatterJustification)]
    private static SystemTextJsonFormatter CreateFormatter() => new() { JsonSerializerOptions = new(ServerJson.Options) };
}
