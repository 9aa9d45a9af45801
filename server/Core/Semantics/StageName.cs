using System.Buffers;

namespace Dockstage.Core.Semantics;

/// <summary>The rules for a stage's name.</summary>
public static class StageName
{
    private static readonly SearchValues<char> NameUnits = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>
    /// The name as BuildKit compares it: in lower case, or null when it is none. BuildKit: <c>^[a-z][a-z0-9-_.]*$</c> after lower-casing;
    /// variables are not expanded.
    /// </summary>
    public static string? Normalize(string written)
    {
        var name = written.ToLowerInvariant();
        return name.Length > 0 && char.IsAsciiLetterLower(name[0]) && !name.AsSpan().ContainsAnyExcept(NameUnits) ? name : null;
    }
}
