using Dockstage.LanguageServer.Transport;

namespace Dockstage.LanguageServer.Dispatch;

/// <summary>
/// Where the server is in its life, and what may therefore come (LSP, Lifecycle Messages). Before <c>initialize</c> requests are answered
/// with ServerNotInitialized; a second <c>initialize</c> and everything after <c>shutdown</c> with InvalidRequest; notifications out of
/// time are dropped; <c>exit</c> always works.
/// </summary>
internal sealed class Lifecycle
{
    private volatile Phase _phase = Phase.New;

    private enum Phase
    {
        New,
        Initialized,
        ShutDown,
    }

    /// <summary>LSP, Exit: 0 when <c>shutdown</c> came before, else 1. The same when the input ends or the parent dies without <c>exit</c>.</summary>
    public int ExitCode => _phase == Phase.ShutDown ? 0 : 1;

    /// <summary><c>initialize</c> was answered.</summary>
    public void Initialized() => _phase = Phase.Initialized;

    /// <summary><c>shutdown</c> was answered.</summary>
    public void ShutDown() => _phase = Phase.ShutDown;

    /// <summary>Why a message may not come now, or null.</summary>
    public ResponseError? Refuse(string method) => (_phase, method) switch
    {
        (_, "exit") => null,
        (Phase.New, "initialize") => null,
        (Phase.New, _) => new ResponseError(ErrorCode.ServerNotInitialized, "the server is not initialized"),
        (Phase.Initialized, "initialize") => new ResponseError(ErrorCode.InvalidRequest, "the server is initialized already"),
        (Phase.ShutDown, _) => new ResponseError(ErrorCode.InvalidRequest, "the server is shut down"),
        _ => null,
    };
}
