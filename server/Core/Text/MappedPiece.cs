namespace Dockstage.Core.Text;

/// <summary>A piece of a text that is written inside another one, see <see cref="MappedText"/>.</summary>
/// <param name="Inner">Where it stands in the text itself; may be empty.</param>
/// <param name="Host">Where it is written in the other one.</param>
/// <param name="Kind">How the one comes from the other.</param>
public readonly record struct MappedPiece(TextSpan Inner, TextSpan Host, MappedPieceKind Kind);

/// <summary>How a piece of a text comes from what is written.</summary>
public enum MappedPieceKind
{
    /// <summary>Unit by unit.</summary>
    Same,

    /// <summary>As a whole it is written otherwise: an escape, a line end, a doubled sign.</summary>
    Written,

    /// <summary>It is the value of something written there, such as a variable, and stands nowhere.</summary>
    Computed,
}
