namespace Dockstage.Cli;

/// <summary>The exit codes of every command, beside 0 for done. <c>lsp</c> follows the protocol: 0 after <c>shutdown</c>, else 1.</summary>
internal static class ExitCode
{
    /// <summary>Could not run; the reason is on stderr.</summary>
    public const int CouldNotRun = 2;
}
