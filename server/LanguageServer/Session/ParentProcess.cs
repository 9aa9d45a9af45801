using System.Diagnostics;

namespace Dockstage.LanguageServer.Session;

/// <summary>
/// Ends the server when the process that started it dies without a word (LSP, InitializeParams.processId). An id that is not alive when
/// the server starts belongs to another machine or container and is not watched.
/// </summary>
internal sealed class ParentProcess(TimeProvider time, Func<int, bool> isAlive)
{
    /// <summary>How often it is looked at.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    /// <summary>Waits for its death.</summary>
    /// <param name="id">The process.</param>
    /// <param name="died">Called once, when it is gone.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    public async Task WatchAsync(int id, Action died, CancellationToken cancellationToken)
    {
        if (!isAlive(id))
            return;
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            if (isAlive(id))
                continue;
            died();
            return;
        }
    }

    /// <summary>Whether the operating system knows a process.</summary>
    public static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // It is there and not ours to look at.
            return true;
        }
    }
}
