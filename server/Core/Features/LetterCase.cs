namespace Dockstage.Core.Features;

/// <summary>Keeps the letter case in which a name is written when another takes its place.</summary>
internal static class LetterCase
{
    /// <summary>
    /// The new name in small letters where the old one is in small letters (tools that compare exactly, such as podman and devcontainers,
    /// go on finding it), in capitals where it is in capitals, and with a capital where it has one at the start. Other mixtures say nothing,
    /// and who changes nothing but letter case means it: the new name is written as given then.
    /// </summary>
    public static string Of(string old, string newName)
    {
        if (old.Equals(newName, StringComparison.OrdinalIgnoreCase))
            return newName;
        var lower = newName.ToLowerInvariant();
        if (!old.Any(char.IsAsciiLetterUpper))
            return lower;
        if (!old.AsSpan(1).ContainsAnyInRange('A', 'Z'))
            return char.ToUpperInvariant(lower[0]) + lower[1..];
        return old.Any(char.IsAsciiLetterLower) ? newName : newName.ToUpperInvariant();
    }
}
