namespace Dockstage.LanguageServer.Dispatch;

/// <summary>
/// Has StreamJsonRpc call a method on the thread that has read the message, in the order of the messages, instead of waking another: the
/// methods only put messages into the <see cref="RequestQueue"/>.
/// </summary>
internal sealed class InlineContext : SynchronizationContext
{
    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) => d(state);

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state) => d(state);

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;
}
