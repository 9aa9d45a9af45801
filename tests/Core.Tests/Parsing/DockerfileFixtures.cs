namespace Dockstage.Core.Tests.Parsing;

/// <summary>The Dockerfiles under <c>tests/fixtures/dockerfiles</c>.</summary>
internal static class DockerfileFixtures
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder).Select(Path.GetFileName).Order().OfType<string>()];

    private static string Folder { get; } = FindFolder();

    /// <summary>The text of one, line ends and byte order mark included.</summary>
    public static string Read(string name)
    {
        // File.ReadAllText would take the byte order mark away.
        return new System.Text.UTF8Encoding().GetString(File.ReadAllBytes(Path.Combine(Folder, name)));
    }

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LanguageServer.sln")))
                return Path.Combine(folder.FullName, "tests", "fixtures", "dockerfiles");
        }

        throw new DirectoryNotFoundException("no repository above " + AppContext.BaseDirectory);
    }
}
