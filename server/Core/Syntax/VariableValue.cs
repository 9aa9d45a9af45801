namespace Dockstage.Core.Syntax;

/// <summary>
/// What is known about a variable at one place: its value, that it has none, or that nobody can tell without the image or the build.
/// </summary>
public readonly record struct VariableValue
{
    private VariableValue(string? text, bool isUnknown, bool isSurelySet)
    {
        Text = text;
        IsUnknown = isUnknown;
        IsSurelySet = isSurelySet;
    }

    /// <summary>It has no value.</summary>
    public static VariableValue Unset => default;

    /// <summary>It may have a value or not: it may come from the environment of an image.</summary>
    public static VariableValue Unknown { get; } = new(null, isUnknown: true, isSurelySet: false);

    /// <summary>It has a value that nobody knows: PATH, or a default that uses an unknown variable.</summary>
    public static VariableValue SetToUnknown { get; } = new(null, isUnknown: true, isSurelySet: true);

    /// <summary>The value, or null when it has none or none that is known.</summary>
    public string? Text { get; }

    /// <summary>Whether its value cannot be known.</summary>
    public bool IsUnknown { get; }

    /// <summary>Whether it has a value, known or not.</summary>
    public bool IsSurelySet { get; }

    /// <summary>Whether it surely has no value.</summary>
    public bool IsUnset => !IsUnknown && !IsSurelySet;

    /// <summary>A known value, or none for null.</summary>
    public static VariableValue Of(string? text) => new(text, isUnknown: false, isSurelySet: text is not null);

    /// <inheritdoc/>
    public override string ToString() => Text ?? (!IsUnknown ? "unset" : IsSurelySet ? "set to unknown" : "unknown");
}
