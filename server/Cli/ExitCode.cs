namespace Dockstage.Cli;

/// <summary>The exit codes of every command. <c>lsp</c> follows the protocol: 0 after <c>shutdown</c>, else 1.</summary>
internal static class ExitCode
{
    /// <summary>Nothing found, or done.</summary>
    public const int Done = 0;

    /// <summary>There are findings.</summary>
    public const int Findings = 1;

    /// <summary>Could not run, or not on everything that was asked for; the reason is on stderr.</summary>
    public const int CouldNotRun = 2;
}
