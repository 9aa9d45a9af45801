using System.CommandLine;
using Dockstage.Core.Messages;
using Dockstage.Core.Parsing;
using Dockstage.Core.Syntax;
using Dockstage.LanguageServer.Files;

namespace Dockstage.Cli;

/// <summary><c>dockstage syntax DOCKERFILE</c>: the tree, for debugging.</summary>
internal static class SyntaxCommand
{
    /// <summary>The command.</summary>
    /// <param name="language">The language of descriptions and messages.</param>
    public static Command Create(Language language)
    {
        var dockerfile = PathArgument.Dockerfile(language);
        var command = new Command("syntax", CliMessages.Syntax.In(language)) { dockerfile };
        command.SetAction(result => Run(
            result.GetRequiredValue(dockerfile), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error, language));
        return command;
    }

    private static int Run(string path, TextWriter output, TextWriter error, Language language)
    {
        var file = DiskText.Read(path);
        if (file.Text is not { } text)
        {
            error.WriteLine("dockstage: " + (file.Problem ?? CliMessages.NoSuchFile.With(path)).In(language));
            return ExitCode.CouldNotRun;
        }

        output.Write(SyntaxDump.Of(text, DockerfileParser.Parse(text)));
        return ExitCode.Done;
    }
}
