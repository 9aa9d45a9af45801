using MediatR;

namespace Dockstage.LanguageServer.Dispatch;

/// <summary>
/// Gives MediatR its handlers and the pipeline around each. There is no container and no discovery: what is not in the
/// <see cref="MethodTable"/> does not exist, and the native binary needs no reflection.
/// </summary>
internal sealed class HandlerFactory
{
    private readonly Dictionary<Type, object> _services = [];

    /// <summary>Makes a handler known, and builds the pipeline around it: outermost first.</summary>
    public void Add<TParams, TResult>(string method, IRequestHandler<Request<TParams, TResult>, TResult?> handler, Server server)
        where TParams : class
        where TResult : class
    {
        _services.Add(typeof(IRequestHandler<Request<TParams, TResult>, TResult?>), handler);
        _services.Add(
            typeof(IEnumerable<IPipelineBehavior<Request<TParams, TResult>, TResult?>>),
            new IPipelineBehavior<Request<TParams, TResult>, TResult?>[]
            {
                new TimingBehavior<TParams, TResult>(method, server.Log, server.Time),
                new FaultBehavior<TParams, TResult>(method, server.Log),
                new CancellationBehavior<TParams, TResult>(),
            });
    }

    /// <summary>MediatR's ServiceFactory.</summary>
    public object Get(Type service) => _services[service];

    /// <summary>Whether a service is known.</summary>
    public bool Knows(Type service) => _services.ContainsKey(service);
}
