using System.Text;
using Dockstage.Core.Formats;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// The name of a project: given with <c>-p</c>, else <c>COMPOSE_PROJECT_NAME</c>, else the last <c>name</c> of its files, else that of its folder.
/// </summary>
internal static class ProjectName
{
    /// <summary>The name; empty where nothing gives one.</summary>
    public static string Of(ComposeSet set, ComposeVariables variables)
    {
        if (set.Name is { Length: > 0 } given)
            return given;
        if (variables.Find("COMPOSE_PROJECT_NAME") is { Text: { Length: > 0 } chosen })
            return chosen;
        var written = set.Files.SelectMany(file => ComposeFile.Of(file).Roots).Select(root => root.Find("name")?.Value.Resolved)
            .OfType<YamlScalar>().LastOrDefault(name => name.Text.Length > 0);
        var fromFiles = written is null ? "" : Normalize(Interpolation.Read(written.Text, variables).Text);
        return fromFiles.Length > 0 ? fromFiles : Normalize(set.Folder?.Name ?? "");
    }

    /// <summary>compose-go, NormalizeProjectName: lower case, only letters, digits, <c>_</c> and <c>-</c>, the last two not in front.</summary>
    private static string Normalize(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var unit in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(unit) || char.IsAsciiDigit(unit) || unit is '_' or '-')
                name.Append(unit);
        }

        return name.ToString().TrimStart('_', '-');
    }
}
