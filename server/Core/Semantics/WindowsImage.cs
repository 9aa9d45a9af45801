namespace Dockstage.Core.Semantics;

/// <summary>Images that can only be built upon on Windows. Nobody asks a registry for an image here, but Microsoft's tell it by their names.</summary>
internal static class WindowsImage
{
    private static readonly string[] Words = ["windows", "nanoserver", "dotnet/framework"];

    /// <summary>Whether an image is one of them by its name.</summary>
    /// <param name="baseText">The image as FROM names it (<c>mcr.microsoft.com/windows/servercore:ltsc2025</c>).</param>
    public static bool IsNamedSo(string baseText) => Words.Any(word => baseText.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a path is absolute on Windows: it begins with a drive or a separator. BuildKit: <c>system.IsAbs</c>.</summary>
    public static bool IsAbsolute(string path) =>
        path is ['/' or '\\', ..] or [_, ':', '/' or '\\', ..] && (path[1] != ':' || char.IsAsciiLetter(path[0]));
}
