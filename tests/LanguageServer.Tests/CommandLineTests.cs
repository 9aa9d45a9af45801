using Dockstage.Cli;

namespace Dockstage.LanguageServer.Tests;

public class CommandLineTests
{
    [Theory]
    [InlineData("--version")]
    [InlineData("--help")]
    [InlineData("lsp", "--help")]
    [InlineData("syntax", "--help")]
    public async Task What_is_asked_for_goes_to_the_output(params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        Assert.Equal(0, code);
        Assert.NotEmpty(output);
        Assert.Empty(error);
    }

    [Theory]
    [InlineData]
    [InlineData("lsp")]
    [InlineData("bogus")]
    [InlineData("lsp", "--stdio", "--bogus")]
    [InlineData("--locale", "xx", "lsp", "--stdio")]
    [InlineData("syntax")]
    [InlineData("syntax", "a", "b")]
    [InlineData("syntax", "/nowhere/Dockerfile")]
    [InlineData("syntax", ".")]
    public async Task A_command_that_cannot_run_ends_with_2_and_says_why_on_stderr(params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.StartsWith("dockstage: ", error);
    }

    [Theory]
    [InlineData("Запустить", "--locale", "ru", "lsp", "--help")]
    [InlineData("Запустить", "lsp", "--help", "--locale=ru")]
    [InlineData("Run the", "--locale", "en", "lsp", "--help")]
    [InlineData("синтаксическое", "syntax", "--help", "--locale", "ru")]
    [InlineData("syntax tree", "syntax", "--help")]
    public async Task The_help_speaks_the_language_that_was_asked_for(string expected, params string[] arguments) =>
        Assert.Contains(expected, (await RunAsync(arguments)).Output);

    [Fact]
    public async Task Syntax_prints_the_tree_of_a_file()
    {
        using var folder = new TestFolder();
        folder.Write("a b/😀.Dockerfile", "FROM alpine AS é\r\nRUNN x\r\n");
        var (code, output, error) = await RunAsync(["syntax", Path.Combine(folder.Path, "a b", "😀.Dockerfile")]);
        Assert.Equal(0, code);
        Assert.Empty(error);
        Assert.StartsWith("Dockerfile 1:1–3:1 escape \"\\\\\"\n  Instruction From 1:1–2:1\n    keyword 1:1–1:5 \"FROM\"\n", output);
        Assert.Contains("name 1:16–1:17 \"é\"\n", output);
        Assert.EndsWith("error UnknownInstruction 2:1–2:5\n", output);
    }

    [Fact]
    public async Task Why_a_file_cannot_be_read_is_told_in_the_language_asked_for()
    {
        using var folder = new TestFolder();
        folder.Write("binary", "FROM a\0");
        Assert.Contains("is not a text file", (await RunAsync(["syntax", Path.Combine(folder.Path, "binary")])).Error);
        Assert.Contains("нет такого файла", (await RunAsync(["--locale=ru", "syntax", Path.Combine(folder.Path, "none")])).Error);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
