using System.CommandLine;
using Dockstage.Core.Messages;
using Dockstage.LanguageServer;

namespace Dockstage.Cli;

/// <summary><c>dockstage lsp --stdio</c>: the language server.</summary>
internal static class LspCommand
{
    /// <summary>The command.</summary>
    /// <param name="language">The language that the user asked for; without one, the server speaks its client's.</param>
    public static Command Create(Language? language)
    {
        var spoken = language ?? Language.English;
        var stdio = new Option<bool>("--stdio") { Description = CliMessages.Stdio.In(spoken) };
        var command = new Command("lsp", CliMessages.Lsp.In(spoken)) { stdio };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(stdio))
                result.AddError(CliMessages.StdioMissing.In(spoken));
        });
        command.SetAction((_, _) => RunAsync(language));
        return command;
    }

    /// <summary>Serves on the standard streams.</summary>
    /// <param name="language">The language to speak, or null to speak the client's.</param>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(Language? language)
    {
        // stdout belongs to the protocol: whatever else might write to it goes to stderr.
        await using var input = new StandardInput(Console.OpenStandardInput());
        await using var output = Console.OpenStandardOutput();
        Console.SetOut(Console.Error);
        return await Server.RunAsync(input, output, new ServerOptions { Version = Product.Version, Language = language }).ConfigureAwait(false);
    }
}
