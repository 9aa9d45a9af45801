using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dockstage.LanguageServer.Protocol;
using Dockstage.LanguageServer.Session;
using Dockstage.LanguageServer.Transport;
using MediatR;

namespace Dockstage.LanguageServer.Dispatch;

/// <summary>How a method is run; see <see cref="RequestQueue"/>.</summary>
public enum Handling
{
    /// <summary>Changes what the server knows: alone, in the order of arrival.</summary>
    Mutation,

    /// <summary>Only reads: beside others, on the state at its turn.</summary>
    Read,

    /// <summary>
    /// Only reads, and takes about as long as waking a thread does: by the thread that brought it. It cannot be cancelled, for what
    /// would cancel it stands behind it in the input.
    /// </summary>
    QuickRead,
}

/// <summary>One row of the <see cref="MethodTable"/>.</summary>
internal abstract class Method(string name, Handling handling)
{
    /// <summary>LSP: the method's name.</summary>
    public string Name { get; } = name;

    /// <summary>How it is run.</summary>
    public Handling Handling { get; } = handling;

    /// <summary>The type of the message that MediatR carries.</summary>
    public abstract Type RequestType { get; }

    /// <summary>The type of the answer.</summary>
    public abstract Type ResultType { get; }

    /// <summary>Makes the handler known.</summary>
    public abstract void Register(HandlerFactory handlers, Server server);

    /// <summary>Reads the parameters and sends them through the pipeline to the handler.</summary>
    /// <returns>The result as it is to be written, or null.</returns>
    /// <exception cref="ResponseException">The answer is an error.</exception>
    public abstract Task<object?> SendAsync(IMediator mediator, JsonElement parameters, SessionState state, CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class Method<TParams, TResult>(
    string name, Handling handling, Func<Server, IRequestHandler<Request<TParams, TResult>, TResult?>> handler)
    : Method(name, handling)
    where TParams : class
    where TResult : class
{
    private JsonTypeInfo<TParams>? _paramsType;

    /// <inheritdoc/>
    public override Type RequestType => typeof(Request<TParams, TResult>);

    /// <inheritdoc/>
    public override Type ResultType => typeof(TResult);

    /// <inheritdoc/>
    public override void Register(HandlerFactory handlers, Server server) => handlers.Add(Name, handler(server), server);

    /// <inheritdoc/>
    public override async Task<object?> SendAsync(
        IMediator mediator, JsonElement parameters, SessionState state, CancellationToken cancellationToken)
    {
        var request = new Request<TParams, TResult>(Read(parameters), state);
        var result = await mediator.Send(request, cancellationToken).ConfigureAwait(false);
        return result switch
        {
            None => null,
            IUnion union => union.Value,
            _ => result,
        };
    }

    private TParams Read(JsonElement parameters)
    {
        try
        {
            _paramsType ??= (JsonTypeInfo<TParams>)ServerJson.Options.GetTypeInfo(typeof(TParams));
            return parameters.Deserialize(_paramsType) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            throw new ResponseException(new ResponseError(ErrorCode.InvalidParams, $"{Name}: {exception.Message}"));
        }
    }
}
