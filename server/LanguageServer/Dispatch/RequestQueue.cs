using System.Text.Json;
using Dockstage.LanguageServer.Session;
using Dockstage.LanguageServer.Transport;
using MediatR;

namespace Dockstage.LanguageServer.Dispatch;

/// <summary>
/// Takes messages in the order in which they came. A mutation runs alone: nothing behind it starts before it has ended. A read takes
/// the state as it is at its turn, which never changes, and is let go to run beside whatever comes next. So an answer always speaks of
/// the text that the client had when it asked, and a slow answer holds nobody up.
/// </summary>
/// <remarks>
/// A keystroke is a mutation and a read, and waking a thread costs more than either. So a message whose turn it is begins on the thread
/// that brought it; that thread is free again when a mutation waits for something, and a read is handed to another unless it is quick.
/// </remarks>
internal sealed class RequestQueue(IMediator mediator, ServerSession session, Lifecycle lifecycle)
{
    private readonly Lock _gate = new();
    private readonly Queue<Work> _waiting = new();
    private bool _isTaken;

    /// <summary>Puts a message at the end of the queue.</summary>
    /// <returns>Its answer, or a fault with a <see cref="ResponseException"/>.</returns>
    public Task<object?> EnqueueAsync(Method method, JsonElement parameters, CancellationToken cancellationToken)
    {
        var work = new Work(method, parameters, cancellationToken);
        lock (_gate)
        {
            _waiting.Enqueue(work);
            if (_isTaken)
                return work.Answer.Task;
            _isTaken = true;
        }

        _ = TakeAllAsync();
        return work.Answer.Task;
    }

    private async Task TakeAllAsync()
    {
        while (Next() is { } work)
        {
            var state = session.State;
            if (lifecycle.Refuse(work.Method.Name) is { } error)
                work.Answer.SetException(new ResponseException(error));
            else if (work.Method.Handling == Handling.Mutation)
                await AnswerAsync(work, state, CancellationToken.None).ConfigureAwait(false);
            else if (work.Method.Handling == Handling.QuickRead)
                _ = AnswerAsync(work, state, work.CancellationToken);
            else
                _ = Task.Run(() => AnswerAsync(work, state, work.CancellationToken));
        }
    }

    private Work? Next()
    {
        lock (_gate)
        {
            _isTaken = _waiting.TryDequeue(out var work);
            return work;
        }
    }

    /// <summary>Never fails. A mutation is not cancelled halfway, which is why its token is not the client's.</summary>
    private async Task AnswerAsync(Work work, SessionState state, CancellationToken cancellationToken)
    {
        try
        {
            work.Answer.SetResult(await work.Method.SendAsync(mediator, work.Parameters, state, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            work.Answer.SetException(exception);
        }
    }

    private sealed record Work(Method Method, JsonElement Parameters, CancellationToken CancellationToken)
    {
        /// <summary>The answer of a read is written by the thread that found it; that of a mutation must not hold up what comes behind it.</summary>
        public TaskCompletionSource<object?> Answer { get; } = new(
            Method.Handling == Handling.Mutation ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None);
    }
}
