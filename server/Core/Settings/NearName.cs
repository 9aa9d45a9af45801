using Dockstage.Core.Semantics;

namespace Dockstage.Core.Settings;

/// <summary>What a misspelt name was meant to be. Names of settings and rules are compared exactly, so that letter case alone is a mistake too.</summary>
public static class NearName
{
    /// <summary>The nearest of the names, or null when none is near or one is the word itself.</summary>
    public static string? Of(string word, IReadOnlyCollection<string> names) =>
        names.Contains(word) ? null
        : names.FirstOrDefault(name => name.Equals(word, StringComparison.OrdinalIgnoreCase)) ?? Spelling.Nearest(word, names);
}
