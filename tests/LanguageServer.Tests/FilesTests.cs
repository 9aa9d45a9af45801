using System.Text;
using Dockstage.Core.Text;
using Dockstage.LanguageServer.Files;

namespace Dockstage.LanguageServer.Tests;

public class FilesTests
{
    [Theory]
    [InlineData("file:///home/me/a%20b/%C3%A9%25", "/home/me/a b/é%")]
    [InlineData("file://localhost/home/me", "/home/me")]
    [InlineData("file:///c%3A/x", "/c:/x")]
    [InlineData("file://wsl%24/Ubuntu/x", null)]
    [InlineData("file://wsl.localhost/Ubuntu/x", null)]
    [InlineData("file://server/share/x", null)]
    [InlineData("file:///a%00b", null)]
    [InlineData("untitled:Untitled-1", null)]
    [InlineData("vscode-vfs://github/a/b", null)]
    public void A_URI_has_a_path_on_Unix(string uri, string? path) =>
        Assert.Equal(path, LocalPath.Of(DocumentPath.FromUri(uri), isWindows: false));

    [Theory]
    [InlineData("file:///c%3A/Users/me/a%20b", @"c:\Users\me\a b")]
    [InlineData("file:///C:/x", @"c:\x")]
    [InlineData("file://server/share/x%25", @"\\server\share\x%")]
    [InlineData("file://wsl%24/Ubuntu/home", @"\\wsl$\Ubuntu\home")]
    [InlineData("file://wsl.localhost/Ubuntu/home", @"\\wsl.localhost\Ubuntu\home")]
    [InlineData("file:///home/me", null)]
    [InlineData("untitled:Untitled-1", null)]
    public void A_URI_has_a_path_on_Windows(string uri, string? path) =>
        Assert.Equal(path, LocalPath.Of(DocumentPath.FromUri(uri), isWindows: true));

    public static TheoryData<byte[], string?> Contents => new()
    {
        { "FROM é"u8.ToArray(), "FROM é" },
        { [0xEF, 0xBB, 0xBF, .. "FROM é"u8], "FROM é" },
        { [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("FROM é")], "FROM é" },
        { [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("FROM é")], "FROM é" },
        { [], "" },
        { [(byte)'a', 0xFF, (byte)'b'], "a\uFFFDb" },
        { [(byte)'a', 0, (byte)'b'], null },
        { new byte[DiskText.MaxBytes + 1], null },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void A_file_is_text_or_not(byte[] content, string? expected)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, content);
            var read = DiskText.Read(path);
            Assert.Equal(expected, read.Text?.ToString());
            Assert.Equal(expected is null, read.Problem is not null);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_pipe_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps pipes elsewhere");
        using var folder = new TestFolder();
        var pipe = Path.Combine(folder.Path, "Dockerfile");
        using (var make = System.Diagnostics.Process.Start("mkfifo", [pipe]))
            make.WaitForExit();
        Assert.True(File.Exists(pipe));
        Assert.Equal("", DiskText.Read(pipe).Text?.ToString());
    }

    [Fact]
    public void What_is_missing_or_a_folder_is_no_problem_and_no_text()
    {
        Assert.Equal(new DiskText(null, null), DiskText.Read("/no/such/file"));
        Assert.Equal(new DiskText(null, null), DiskText.Read(Path.GetTempPath()));
    }

    [Theory]
    [InlineData("**/old", "old", true)]
    [InlineData("**/old", "a/b/old/c/Dockerfile", true)]
    [InlineData("**/old/**", "a/old/Dockerfile", true)]
    [InlineData("**/old", "a/older/Dockerfile", false)]
    [InlineData("old", "a/old/Dockerfile", false)]
    [InlineData("a/*/x", "a/b/x", true)]
    [InlineData("**/*.{tmp,bak}", "a/Dockerfile.bak", true)]
    [InlineData("**/*.{tmp,bak}", "a/Dockerfile.bat", false)]
    [InlineData("**/Dockerfile.?", "Dockerfile.1", true)]
    [InlineData("**/[", "a", false)]
    [InlineData("{", "a", false)]
    [InlineData("", "a", false)]
    public void Globs_exclude_files_and_folders(string glob, string path, bool excluded) =>
        Assert.Equal(excluded, ExcludeGlobs.From([glob]).Matches(path));
}
