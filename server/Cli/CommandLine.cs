using System.CommandLine;
using Dockstage.Core.Messages;

namespace Dockstage.Cli;

/// <summary>The commands of the executable, and what holds for all of them.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="output">For what was asked for.</param>
    /// <param name="error">For why it cannot be had.</param>
    /// <param name="isColoured">Whether the output is read by a person who wants colours.</param>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, bool isColoured = false)
    {
        // What every editor starts: making and reading the whole command line would delay its first answer by a tenth.
        if (args is ["lsp", "--stdio"])
            return await LspCommand.RunAsync(language: null).ConfigureAwait(false);
        var language = LanguageIn(args);
        var spoken = language ?? Language.English;
        var locale = new Option<string?>("--locale") { Description = CliMessages.Locale.In(spoken), Recursive = true };
        locale.AcceptOnlyFromAmong("en", "ru");
        var root = new RootCommand(CliMessages.Program.In(spoken))
        {
            locale,
            LspCommand.Create(language),
            CheckCommand.Create(spoken, isColoured),
            TargetsCommand.Create(spoken, isColoured),
            PlanCommand.Create(spoken, isColoured),
            GraphCommand.Create(spoken, isColoured),
            SyntaxCommand.Create(spoken),
        };

        // A word that begins with @ is a path like any other and no file of further words.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error }).ConfigureAwait(false);
        foreach (var problem in parsed.Errors)
            await error.WriteLineAsync($"dockstage: {problem.Message}").ConfigureAwait(false);
        await error.WriteLineAsync(CliMessages.TryHelp.In(spoken)).ConfigureAwait(false);
        return ExitCode.CouldNotRun;
    }

    /// <summary>The language is needed before the command line is read: its descriptions are in that language.</summary>
    private static Language? LanguageIn(string[] args)
    {
        var at = Array.FindLastIndex(args, arg => arg == "--locale" || arg.StartsWith("--locale=", StringComparison.Ordinal));
        var locale = at < 0 ? null : args[at].Contains('=') ? args[at].Split('=')[1] : args.ElementAtOrDefault(at + 1);
        return locale switch
        {
            "ru" => Language.Russian,
            "en" => Language.English,
            _ => null,
        };
    }
}
