using System.Collections.Immutable;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// The variables that Compose replaces, in layers, the strongest first. What is set further outside wins: the shell over <c>.env</c>, and
/// these over the <c>.env</c> of an included file. A service's own <c>environment</c> and <c>env_file</c> are never among them.
/// </summary>
internal sealed class ComposeVariables
{
    private readonly ImmutableArray<IReadOnlyDictionary<string, ComposeVariable>> _layers;

    private ComposeVariables(ImmutableArray<IReadOnlyDictionary<string, ComposeVariable>> layers) => _layers = layers;

    /// <summary>No variables.</summary>
    public static ComposeVariables None { get; } = new([]);

    /// <summary>These, and behind them others.</summary>
    public ComposeVariables WithWeaker(IReadOnlyDictionary<string, ComposeVariable> layer) =>
        layer.Count == 0 ? this : new(_layers.Add(layer));

    /// <summary>Others, and behind them these.</summary>
    public ComposeVariables WithStronger(IReadOnlyDictionary<string, ComposeVariable> layer) =>
        layer.Count == 0 ? this : new(_layers.Insert(0, layer));

    /// <summary>A variable, or null for one of which nothing is known.</summary>
    public ComposeVariable? Find(string name)
    {
        foreach (var layer in _layers)
        {
            if (layer.TryGetValue(name, out var found))
                return found;
        }

        return null;
    }
}
