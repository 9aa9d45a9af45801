using System.Text.Json;
using System.Threading.Channels;
using Dockstage.LanguageServer.Session;
using Dockstage.LanguageServer.Transport;
using MediatR;

namespace Dockstage.LanguageServer.Dispatch;

/// <summary>
/// Takes messages in the order in which they came. A mutation runs alone: nothing behind it starts before it has ended. A read takes
/// the state as it is at its turn, which never changes, and is let go to run beside whatever comes next. So an answer always speaks of
/// the text that the client had when it asked, and a slow answer holds nobody up.
/// </summary>
internal sealed class RequestQueue
{
    private readonly Channel<Work> _queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IMediator _mediator;
    private readonly ServerSession _session;
    private readonly Lifecycle _lifecycle;

    public RequestQueue(IMediator mediator, ServerSession session, Lifecycle lifecycle)
    {
        _mediator = mediator;
        _session = session;
        _lifecycle = lifecycle;
        _ = Task.Run(RunAsync);
    }

    /// <summary>Puts a message at the end of the queue.</summary>
    /// <returns>Its answer, or a fault with a <see cref="ResponseException"/>.</returns>
    public Task<object?> EnqueueAsync(Method method, JsonElement parameters, CancellationToken cancellationToken)
    {
        var work = new Work(method, parameters, new(TaskCreationOptions.RunContinuationsAsynchronously), cancellationToken);
        _queue.Writer.TryWrite(work);
        return work.Answer.Task;
    }

    private async Task RunAsync()
    {
        await foreach (var work in _queue.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            var state = _session.State;
            if (_lifecycle.Refuse(work.Method.Name) is { } error)
                work.Answer.SetException(new ResponseException(error));
            else if (work.Method.Handling == Handling.Mutation)
                await AnswerAsync(work, state, CancellationToken.None).ConfigureAwait(false);
            else
                _ = Task.Run(() => AnswerAsync(work, state, work.CancellationToken));
        }
    }

    /// <summary>Never fails. A mutation is not cancelled halfway, which is why its token is not the client's.</summary>
    private async Task AnswerAsync(Work work, SessionState state, CancellationToken cancellationToken)
    {
        try
        {
            work.Answer.SetResult(await work.Method.SendAsync(_mediator, work.Parameters, state, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            work.Answer.SetException(exception);
        }
    }

    private sealed record Work(
        Method Method, JsonElement Parameters, TaskCompletionSource<object?> Answer, CancellationToken CancellationToken);
}
