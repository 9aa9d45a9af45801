using Microsoft.Extensions.Time.Testing;

namespace Dockstage.LanguageServer.Tests;

internal static class Clock
{
    /// <summary>
    /// Moves the clock until something has happened. What waits for the clock begins beside the requests, and may not have begun when
    /// the clock first moves.
    /// </summary>
    public static async Task<T> AdvanceUntilAsync<T>(this FakeTimeProvider time, Task<T> happened, TimeSpan step)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!happened.IsCompleted)
        {
            patience.Token.ThrowIfCancellationRequested();
            time.Advance(step);
            await Task.Delay(1, patience.Token);
        }

        return await happened;
    }
}
