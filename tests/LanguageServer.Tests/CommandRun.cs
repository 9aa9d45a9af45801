using Dockstage.Cli;

namespace Dockstage.LanguageServer.Tests;

/// <summary>A run of the command line in this process.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What was asked for.</param>
/// <param name="Error">Why it could not be had.</param>
internal sealed record CommandRun(int Code, string Output, string Error)
{
    /// <summary>Runs a command.</summary>
    public static Task<CommandRun> OfAsync(params string[] arguments) => OfAsync(arguments, isColoured: false);

    /// <summary>Runs a command as on a terminal with colours, or not.</summary>
    public static async Task<CommandRun> OfAsync(string[] arguments, bool isColoured)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await CommandLine.RunAsync(arguments, output, error, isColoured);
        return new CommandRun(code, output.ToString(), error.ToString());
    }
}
