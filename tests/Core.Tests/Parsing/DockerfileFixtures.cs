namespace Dockstage.Core.Tests.Parsing;

/// <summary>The Dockerfiles under <c>tests/fixtures/dockerfiles</c>.</summary>
internal static class DockerfileFixtures
{
    private const string Extension = ".Dockerfile";
    private const string TreeExtension = ".tree";

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*" + Extension).Select(Path.GetFileName).Order().OfType<string>()];

    /// <summary>The Dockerfiles for which there is a tree.</summary>
    public static IEnumerable<string> NamesOfTrees =>
        Directory.GetFiles(Folder, "*" + TreeExtension).Select(path => Path.GetFileNameWithoutExtension(path) + Extension);

    private static string Folder { get; } = FindFolder();

    /// <summary>The text of one, line ends and byte order mark included.</summary>
    public static string Read(string name)
    {
        // File.ReadAllText would take the byte order mark away.
        return new System.Text.UTF8Encoding().GetString(File.ReadAllBytes(Path.Combine(Folder, name)));
    }

    /// <summary>Where the dumped tree of one stands.</summary>
    public static string TreePath(string name) => Path.Combine(Folder, Path.ChangeExtension(name, TreeExtension));

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
