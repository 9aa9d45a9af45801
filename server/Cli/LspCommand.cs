using System.CommandLine;
using Dockstage.Core.Messages;
using Dockstage.LanguageServer;

namespace Dockstage.Cli;

/// <summary><c>dockstage lsp --stdio</c>: the language server.</summary>
internal static class LspCommand
{
    /// <summary>The command.</summary>
    /// <param name="language">Reads the language that the user asked for.</param>
    public static Command Create(Func<ParseResult, Language?> language)
    {
        var stdio = new Option<bool>("--stdio") { Description = "Speak the protocol over standard input and output; there is no other way." };
        var command = new Command("lsp", "Run the language server.") { stdio };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(stdio))
                result.AddError("lsp: --stdio is missing.");
        });
        command.SetAction((result, _) => RunAsync(language(result)));
        return command;
    }

    private static async Task<int> RunAsync(Language? language)
    {
        // stdout belongs to the protocol: whatever else might write to it goes to stderr.
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        Console.SetOut(Console.Error);
        return await Server.RunAsync(input, output, new ServerOptions { Version = Product.Version, Language = language }).ConfigureAwait(false);
    }
}
