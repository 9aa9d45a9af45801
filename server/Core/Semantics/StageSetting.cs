using Dockstage.Core.Text;

namespace Dockstage.Core.Semantics;

/// <summary>What WORKDIR, USER or SHELL has set for the instructions below it.</summary>
public readonly record struct StageSetting
{
    private StageSetting(string? value, bool isSurelyUnset, TextSpan? span)
    {
        Value = value;
        IsSurelyUnset = isSurelyUnset;
        Span = span;
    }

    /// <summary>Nothing has set it, and the image is empty.</summary>
    public static StageSetting Unset { get; } = new(null, isSurelyUnset: true, null);

    /// <summary>The image may have set it.</summary>
    public static StageSetting OfImage => default;

    /// <summary>The value, or null for none and for one that cannot be known.</summary>
    public string? Value { get; }

    /// <summary>Whether surely nothing has set it.</summary>
    public bool IsSurelyUnset { get; }

    /// <summary>Where the instruction that has set it says so, in the file; null when no instruction of the file has.</summary>
    public TextSpan? Span { get; }

    /// <summary>Whether an instruction of this file has set it, in this stage or in one that it is built on.</summary>
    public bool IsSetHere => Span is not null;

    /// <summary>What an instruction sets.</summary>
    /// <param name="value">The value, or null when it cannot be known.</param>
    /// <param name="span">Where.</param>
    public static StageSetting Of(string? value, TextSpan span) => new(value, isSurelyUnset: false, span);
}
