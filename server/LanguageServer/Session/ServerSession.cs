using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.LanguageServer.Session;

/// <summary>Holds the current <see cref="SessionState"/>. The only thing in the server that changes.</summary>
public sealed class ServerSession
{
    private readonly Lock _updating = new();
    private volatile SessionState _state = SessionState.Empty;

    /// <summary>Raised after each change, in the order of the changes. Subscribers return at once.</summary>
    internal event Action<SessionChange>? Changed;

    /// <summary>The state at this moment.</summary>
    public SessionState State => _state;

    /// <summary>Takes one step from the current state to the next. Steps happen one after another.</summary>
    /// <param name="step">A function without effects.</param>
    /// <param name="paths">The documents that the step is about.</param>
    public void Update(Func<SessionState, SessionState> step, params ImmutableArray<DocumentPath> paths)
    {
        lock (_updating)
        {
            var before = _state;
            var after = step(before);
            if (ReferenceEquals(before, after))
                return;
            _state = after;
            Changed?.Invoke(new SessionChange(before, after, paths));
        }
    }
}

/// <summary>One step.</summary>
/// <param name="Before">The state before.</param>
/// <param name="After">The state after.</param>
/// <param name="Paths">The documents that it is about.</param>
internal sealed record SessionChange(SessionState Before, SessionState After, ImmutableArray<DocumentPath> Paths);
