using Dockstage.Core.Messages;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>
/// Something for which BuildKit refuses to build. BuildKit stops at the first such thing; here all are found, for they all have to go. The
/// message is BuildKit's, word for word and in English, so that it can be searched for.
/// </summary>
public abstract class RefusalRule : DockerfileRule
{
    /// <inheritdoc/>
    public sealed override RuleOrigin Origin => RuleOrigin.BuildKitRefusal;

    /// <inheritdoc/>
    public sealed override Severity DefaultSeverity => Severity.Error;

    /// <summary>A finding in BuildKit's words.</summary>
    protected static Finding Refuse(TextSpan span, string message) => new(span, Message.Quote(message));
}
