using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Text;

public sealed class DocumentPathTests
{
    [Theory]
    [InlineData("file:///w/a", "./Dockerfile", "file:///w/a/Dockerfile")]
    [InlineData("file:///w/a", "../b c/Dockerfile", "file:///w/b%20c/Dockerfile")]
    [InlineData("file:///w/a", "/abs/./x/../Dockerfile", "file:///abs/Dockerfile")]
    [InlineData("file:///w/a", "../../../../x", "file:///x")]
    [InlineData("file:///w/a", "a\\b", "file:///w/a/a%5Cb")]
    [InlineData("file:///w/%C3%A9", "é#?%", "file:///w/%C3%A9/%C3%A9%23%3F%25")]
    [InlineData("file:///c%3A/w", ".\\api\\Dockerfile", "file:///c%3A/w/api/Dockerfile")]
    [InlineData("file:///C:/w", "../../..", "file:///c%3A")]
    [InlineData("file:///c:/w", "D:\\x", "file:///d%3A/x")]
    [InlineData("file:///c:/w", "/x", "file:///c%3A/x")]
    [InlineData("file://wsl%24/Ubuntu/w", "api", "file://wsl%24/Ubuntu/w/api")]
    [InlineData("file://server/share/w", "../x", "file://server/share/x")]
    [InlineData("vscode-vfs://github/o/r", "a", "vscode-vfs://github/o/r/a")]
    public void Relative_paths_are_followed_from_a_folder(string folder, string relative, string expected) =>
        Assert.Equal(expected, DocumentPath.FromUri(folder).Resolve(relative).Uri);

    [Theory]
    [InlineData("file:///c%3A/w/x", "file:///C:/w/x")]
    [InlineData("file:///w/a%20b", "file:///w/a b")]
    [InlineData("file://WSL%24/Ubuntu/w", "file://wsl$/Ubuntu/w")]
    [InlineData("FILE:///w", "file:///w")]
    public void Two_spellings_of_one_place_are_one_document(string one, string other)
    {
        Assert.Equal(DocumentPath.FromUri(one), DocumentPath.FromUri(other));
        Assert.Equal(DocumentPath.FromUri(one).GetHashCode(), DocumentPath.FromUri(other).GetHashCode());
        Assert.Equal(one, DocumentPath.FromUri(one).Uri);
    }

    [Theory]
    [InlineData("file:///w/x", "file:///w/X")]
    [InlineData("file:///w/x", "vscode-vfs:///w/x")]
    [InlineData("file:///w/x", "file://host/w/x")]
    [InlineData("vscode-notebook-cell:/x#a", "vscode-notebook-cell:/x#b")]
    public void Different_places_are_different(string one, string other) =>
        Assert.NotEqual(DocumentPath.FromUri(one), DocumentPath.FromUri(other));

    [Theory]
    [InlineData("file:///w/a/x", "file:///w/a", "x")]
    [InlineData("file:///w/b/x", "file:///w/a", "../b/x")]
    [InlineData("file:///w/a", "file:///w/a", ".")]
    [InlineData("file:///d:/x", "file:///c:/w", "/d:/x")]
    [InlineData("vscode-vfs://github/o/x", "file:///w", "vscode-vfs://github/o/x")]
    public void A_place_is_written_from_a_folder(string path, string folder, string expected) =>
        Assert.Equal(expected, DocumentPath.FromUri(path).RelativeTo(DocumentPath.FromUri(folder)));

    [Theory]
    [InlineData("file:///w/a/Dockerfile", "Dockerfile", "file:///w/a")]
    [InlineData("file:///Dockerfile", "Dockerfile", "file:///")]
    [InlineData("file:///", "", null)]
    [InlineData("untitled:Untitled-1", "Untitled-1", null)]
    public void Name_and_folder_are_the_last_and_the_other_parts(string uri, string name, string? parent)
    {
        var path = DocumentPath.FromUri(uri);
        Assert.Equal(name, path.Name);
        Assert.Equal(parent, path.Parent?.Uri);
    }

    [Fact]
    public void A_folder_holds_itself_and_what_lies_below_and_no_neighbour()
    {
        var folder = DocumentPath.FromUri("file:///w/a");
        Assert.True(folder.IsWithin(folder));
        Assert.True(folder.Resolve("b/c").IsWithin(folder));
        Assert.False(DocumentPath.FromUri("file:///w/ab").IsWithin(folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no scheme")]
    [InlineData("1x:y")]
    [InlineData(":x")]
    public void A_text_without_a_scheme_is_no_uri(string text) => Assert.False(DocumentPath.TryParse(text, out _));
}
