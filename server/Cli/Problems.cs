using Dockstage.Core.Messages;
using Dockstage.LanguageServer.Files;

namespace Dockstage.Cli;

/// <summary>What could not be read.</summary>
internal static class Problems
{
    /// <summary>Says it.</summary>
    /// <param name="disk">What was read.</param>
    /// <param name="nothing">What to say when all could be read and nothing was there, or null when there was something.</param>
    /// <param name="error">Where to say it.</param>
    /// <param name="language">The reader's language.</param>
    /// <returns>The exit code so far.</returns>
    public static int Write(DiskWorkspace disk, Message? nothing, TextWriter error, Language language)
    {
        foreach (var problem in disk.Problems)
            error.WriteLine($"dockstage: {problem.In(language)}");
        if (disk.Problems.IsEmpty && nothing is not null)
            error.WriteLine($"dockstage: {nothing.In(language)}");
        return disk.Problems.IsEmpty ? ExitCode.Done : ExitCode.CouldNotRun;
    }
}
