namespace Dockstage.Core.Semantics;

/// <summary>
/// From a name to the stage of a file that has it. It knows indexes, not stages, so that an edit that touches no name keeps it.
/// </summary>
internal sealed class StageNames
{
    private readonly string?[] _names;
    private readonly Dictionary<string, int> _last;

    /// <summary>For each stage, the one above it with the same name, or −1.</summary>
    private readonly int[] _sameAbove;

    /// <summary>Takes the normalized names of all stages in file order, null for one without.</summary>
    public StageNames(string?[] names)
    {
        _names = names;
        _last = new(names.Length, StringComparer.Ordinal);
        _sameAbove = new int[names.Length];
        for (var index = 0; index < names.Length; index++)
        {
            if (names[index] is not { } name)
                continue;
            _sameAbove[index] = Last(name) ?? -1;
            _last[name] = index;
        }
    }

    /// <summary>Number of stages.</summary>
    public int Count => _names.Length;

    /// <summary>The name of the last stage, or null.</summary>
    public string? OfLastStage => _names is [.., var last] ? last : null;

    /// <summary>The name of a stage, or null.</summary>
    public string? this[int stage] => _names[stage];

    /// <summary>The last stage of exactly this name, or null.</summary>
    public int? Last(string name) => _last.TryGetValue(name, out var index) ? index : null;

    /// <summary>The nearest stage of exactly this name above a stage, or null.</summary>
    public int? NearestAbove(string name, int stage)
    {
        if (Last(name) is not { } index)
            return null;
        while (index >= stage)
            index = _sameAbove[index];
        return index >= 0 ? index : null;
    }
}
