using Dockstage.Cli;

namespace Dockstage.LanguageServer.Tests;

public class CommandLineTests
{
    [Theory]
    [InlineData(0, "--version")]
    [InlineData(0, "--help")]
    [InlineData(0, "lsp", "--help")]
    [InlineData(2)]
    [InlineData(2, "lsp")]
    [InlineData(2, "bogus")]
    [InlineData(2, "lsp", "--bogus")]
    [InlineData(2, "--locale", "xx", "lsp", "--stdio")]
    public async Task The_exit_code_says_whether_the_command_could_run(int expected, params string[] arguments) =>
        Assert.Equal(expected, await CommandLine.RunAsync(arguments));
}
