using Dockstage.Core.Semantics;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>A place that names a stage, in whatever file.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="File">The document in which it is named.</param>
/// <param name="Span">The words that name it, without quotes; for the FROM of a stage without a name, its base.</param>
/// <param name="Kind">The kind of place.</param>
/// <param name="Text">The name as it is understood there: without quotes, escapes and line continuations.</param>
public sealed record StageMention(Stage Stage, DocumentPath File, TextSpan Span, StageMentionKind Kind, string Text)
{
    /// <summary>Where it stands.</summary>
    public FilePlace Place => new(File, Span);
}
