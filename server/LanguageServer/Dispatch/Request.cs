using Dockstage.LanguageServer.Session;
using MediatR;

namespace Dockstage.LanguageServer.Dispatch;

/// <summary>
/// A request or notification of the client on its way to its handler. Under NativeAOT MediatR works only for responses that are
/// classes, which the constraint sees to.
/// </summary>
/// <param name="Params">What the client sent.</param>
/// <param name="State">All that was known when its turn came; it never changes.</param>
/// <typeparam name="TParams">LSP: the type of the parameters.</typeparam>
/// <typeparam name="TResult">LSP: the type of the result; <see cref="None"/> where there is none.</typeparam>
public sealed record Request<TParams, TResult>(TParams Params, SessionState State) : IRequest<TResult?>
    where TParams : class
    where TResult : class;

/// <summary>The parameters of <c>shutdown</c>, which has none. MediatR knows a method by the type of its parameters: each has its own.</summary>
public sealed record ShutdownParams;

/// <summary>The parameters of <c>exit</c>, which has none.</summary>
public sealed record ExitParams;

/// <summary>The result of a method that has none: <c>null</c> in an answer.</summary>
public sealed record None
{
    private None()
    {
    }

    /// <summary>The only value.</summary>
    public static None Value { get; } = new();
}
