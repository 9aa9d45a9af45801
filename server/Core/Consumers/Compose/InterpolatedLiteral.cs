using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>A text that a variable can be known to take, where it is written.</summary>
internal abstract record InterpolatedLiteral
{
    private InterpolatedLiteral()
    {
    }

    /// <summary>A default or an alternative.</summary>
    /// <param name="Span">Where it stands, as offsets in the text that holds the variable.</param>
    /// <param name="Text">What it says, <c>$$</c> undone.</param>
    /// <param name="Expression">The variable as written.</param>
    /// <param name="IsAlternative">Whether it counts when the variable is set.</param>
    public sealed record Fallback(TextSpan Span, string Text, string Expression, bool IsAlternative) : InterpolatedLiteral;

    /// <summary>What a file of variables says.</summary>
    /// <param name="Name">The variable's name.</param>
    /// <param name="Value">The value, where it stands.</param>
    public sealed record Variable(string Name, TextValue Value) : InterpolatedLiteral;
}
