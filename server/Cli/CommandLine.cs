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
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var locale = new Option<string?>("--locale") { Description = "Language of messages: en or ru.", Recursive = true };
        locale.AcceptOnlyFromAmong("en", "ru");
        var root = new RootCommand("Understands the stages of multi-stage Dockerfiles and the files that name them.")
        {
            locale,
            LspCommand.Create(result => LanguageOf(result.GetValue(locale))),
        };

        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error }).ConfigureAwait(false);
        foreach (var problem in parsed.Errors)
            await error.WriteLineAsync($"dockstage: {problem.Message}").ConfigureAwait(false);
        await error.WriteLineAsync("Try 'dockstage --help'.").ConfigureAwait(false);
        return ExitCode.CouldNotRun;
    }

    private static Language? LanguageOf(string? locale) => locale switch
    {
        "ru" => Language.Russian,
        "en" => Language.English,
        _ => null,
    };
}
