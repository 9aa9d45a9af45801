using System.Collections.Immutable;

namespace Dockstage.Core.Syntax;

/// <summary>What became of a word: its value, or why it has none, and which variables it asked for.</summary>
public sealed record Expansion
{
    /// <summary>The value; null when there is an error, and when it hangs on a variable that is unknown.</summary>
    public required string? Value { get; init; }

    /// <summary>Why BuildKit refuses the word, or null.</summary>
    public ExpansionError? Error { get; init; }

    /// <summary>The variables in the order in which they are asked for, also those before an error.</summary>
    public ImmutableArray<ExpandedVariable> Variables { get; init; } = [];

    /// <summary>Whether there is a value that cannot be known.</summary>
    public bool IsUnknown => Value is null && Error is null;

    /// <summary>The value as that of a variable.</summary>
    public VariableValue AsVariable => Value is null ? VariableValue.SetToUnknown : VariableValue.Of(Value);

    /// <summary>The expansion of a word in which nothing is to be expanded.</summary>
    public static Expansion Of(string word) => new() { Value = word };
}
