using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.IgnoreFiles;
using Dockstage.Core.Settings;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>Which files Dockstage reads: Dockerfiles, the consumers' files and settings files.</summary>
public static class StageFiles
{
    /// <summary>Endings that make a <c>Dockerfile.*</c> a file about Dockerfiles and not one.</summary>
    private static readonly string[] OtherKinds =
    [
        ".md", ".go", ".js", ".ts", ".mjs", ".cjs", ".py", ".rb", ".rs", ".cs", ".java", ".kt", ".sh", ".bash", ".ps1", ".json", ".yaml", ".yml",
        ".toml", ".xml", ".html", ".txt", ".lock", ".containerignore", ".swp", ".orig", ".bak", ".patch", ".diff",
        // Templates of Dockerfiles, which no builder reads as they are.
        ".tt", ".erb", ".ejs", ".j2", ".jinja", ".jinja2", ".tmpl", ".gotmpl", ".tpl", ".template", ".hbs", ".mustache", ".in",
    ];

    /// <summary>Whether a document is a Dockerfile or a consumer's file, by its name or by the editor's language id, or a settings file.</summary>
    public static bool Claims(DocumentPath path, string? languageId) =>
        IsDockerfile(path, languageId) || ConsumerOf(path, languageId) is not null || SettingsFile.IsNamedSo(path);

    /// <summary>
    /// Whether a document is a Dockerfile: the language id <c>dockerfile</c>, or one of the names <c>Dockerfile</c>, <c>Dockerfile.*</c>,
    /// <c>*.Dockerfile</c>, <c>Containerfile</c>, <c>Containerfile.*</c>, <c>*.Containerfile</c> in any letter case, but not
    /// <c>*.dockerignore</c> and not source files (<c>Dockerfile.md</c>, <c>dockerfile.go</c>) and templates (<c>Dockerfile.tmpl</c>).
    /// </summary>
    public static bool IsDockerfile(DocumentPath path, string? languageId)
    {
        // VS Code takes Dockerfile.dockerignore for a Dockerfile.
        if (IgnoreFile.IsNamedSo(path))
            return false;
        if (languageId == "dockerfile")
            return true;
        var name = path.Name;
        foreach (var word in (ReadOnlySpan<string>)["dockerfile", "containerfile"])
        {
            if (name.Equals(word, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + word, StringComparison.OrdinalIgnoreCase))
                return true;
            if (name.StartsWith(word + ".", StringComparison.OrdinalIgnoreCase))
                return !OtherKinds.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
        }

        return false;
    }

    /// <summary>Whether a file is read wherever it lies: one of <see cref="Claims"/>, or one that may say which others are consumers' files.</summary>
    public static bool IsRead(DocumentPath path) => Claims(path, languageId: null) || IsNamingFile(path);

    /// <summary>Whether a document is of a kind of its own, so that no other file can say that it is a consumer's.</summary>
    internal static bool HasKindByName(DocumentPath path, string? languageId) => Claims(path, languageId) || IgnoreFile.IsNamedSo(path) || IsNamingFile(path);

    /// <summary>The consumer that reads a document by its name or its language, or null. See <see cref="WorkspaceSnapshot.ConsumerAt"/>.</summary>
    public static IStageConsumer? ConsumerOf(DocumentPath path, string? languageId) => ConsumerOf(path, languageId, StageConsumers.All);

    private static bool IsNamingFile(DocumentPath path) => StageConsumers.All.Any(consumer => consumer.NamingFile == path.Name);

    /// <summary>The first of some kinds of consumers that reads a document, or null.</summary>
    internal static IStageConsumer? ConsumerOf(DocumentPath path, string? languageId, ImmutableArray<IStageConsumer> kinds)
    {
        foreach (var consumer in kinds)
        {
            if (consumer.Claims(path, languageId))
                return consumer;
        }

        return null;
    }
}
