using Dockstage.Core.Text;

namespace Dockstage.LanguageServer.Tests;

/// <summary>A real folder with the files of a marked text, gone after the test. Its name has a blank and a letter beyond ASCII.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dockstage é ");

    public TestFolder(string files = "")
    {
        Files = files.Length == 0 ? [] : [.. Markup.Parse(files)];
        foreach (var file in Files)
            Write(file.Path.RelativeTo(Markup.Root), file.Text);
    }

    /// <summary>The files as they were written.</summary>
    public IReadOnlyList<MarkedFile> Files { get; }

    /// <summary>The folder's URI, as an editor spells it.</summary>
    public string Uri => RootUri();

    /// <summary>The folder's path.</summary>
    public string Path => _folder.FullName;

    /// <summary>The only file with a cursor.</summary>
    public MarkedFile WithCursor => Files.Single(file => file.Cursor is not null);

    /// <summary>The URI of a file.</summary>
    public string UriOf(string name) => DocumentPath.FromUri(RootUri()).Resolve(name).Uri;

    /// <summary>The URI of a file.</summary>
    public string UriOf(MarkedFile file) => UriOf(file.Path.RelativeTo(Markup.Root));

    /// <summary>Writes a file.</summary>
    public void Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Deletes a file or folder.</summary>
    public void Delete(string name)
    {
        var path = System.IO.Path.Combine(Path, name);
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        else
            File.Delete(path);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string RootUri() => DocumentPath.FromUri("file:///").Resolve(Path).Uri;
}
