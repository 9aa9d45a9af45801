using System.Collections.Immutable;
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

    /// <summary>
    /// All findings, each place once: an ONBUILD may run in many stages. What follows a heredoc without its end is the body that is being
    /// written, and no list of mistakes.
    /// </summary>
    protected sealed override IEnumerable<Finding> Check(CheckedDockerfile file) =>
        Find(file).Where(found => found.Span.Start <= file.ReadTo).DistinctBy(found => found.Span);

    /// <summary>All findings in a Dockerfile, in any order.</summary>
    protected abstract IEnumerable<Finding> Find(CheckedDockerfile file);

    /// <summary>A finding in BuildKit's words.</summary>
    /// <param name="span">The smallest thing that is wrong.</param>
    /// <param name="message">BuildKit's text.</param>
    /// <param name="related">Where else to look.</param>
    protected static Finding Refuse(TextSpan span, string message, ImmutableArray<RelatedPlace> related = default) =>
        new(span, Message.Quote(message)) { Related = related.IsDefault ? [] : related };
}
