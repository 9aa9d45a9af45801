namespace Dockstage.Cli;

/// <summary>The exit codes of every command. <c>lsp</c> follows the protocol: 0 after <c>shutdown</c>, else 1.</summary>
internal static class ExitCode
{
    /// <summary>What was asked for is done.</summary>
    public const int Done = 0;

    /// <summary>Could not run; the reason is on stderr.</summary>
    public const int CouldNotRun = 2;
}
