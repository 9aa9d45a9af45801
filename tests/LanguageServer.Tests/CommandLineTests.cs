using Dockstage.Cli;

namespace Dockstage.LanguageServer.Tests;

public class CommandLineTests
{
    [Theory]
    [InlineData("--version")]
    [InlineData("--help")]
    [InlineData("lsp", "--help")]
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
    public async Task The_help_speaks_the_language_that_was_asked_for(string expected, params string[] arguments) =>
        Assert.Contains(expected, (await RunAsync(arguments)).Output);

    private static async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
