using Dockstage.Core.Messages;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>What would be renamed, or why nothing can be.</summary>
public abstract record RenamePreparation
{
    private RenamePreparation()
    {
    }

    /// <summary>A name that can be changed.</summary>
    /// <param name="Span">The name, without quotes.</param>
    /// <param name="Placeholder">What to offer for editing: the name as written there.</param>
    public sealed record Ready(TextSpan Span, string Placeholder) : RenamePreparation;

    /// <summary>Nothing to rename.</summary>
    /// <param name="Reason">Why, for the user.</param>
    public sealed record Refused(LocalizedText Reason) : RenamePreparation;
}
