using System.Buffers;
using Dockstage.Core.Text;

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

    /// <summary>
    /// What BuildKit says against the name of a stage, or null. It checks twice: the name against its own grammar when it reads the file, and
    /// before any build as the name of a context, for which it must be a reference to an image; <c>scratch</c> and <c>context</c>, which no
    /// context can replace, are spared that.
    /// </summary>
    /// <param name="written">The name as written; letter case does not count.</param>
    public static string? ErrorOf(string written)
    {
        if (Normalize(written) is not { } name)
            return $"invalid name for build stage: {QuotedText.Of(written)}, name can't start with a number or contain symbols";
        return !NamedContexts.IsReserved(name) && ImageReference.Read(name, out var error) is null
            ? $"invalid context name {name}: {error}"
            : null;
    }
}
