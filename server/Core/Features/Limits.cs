namespace Dockstage.Core.Features;

/// <summary>Limits on what features answer; explained in docs/limits.md.</summary>
public static class Limits
{
    /// <summary>Most items in a completion list.</summary>
    public const int CompletionItems = 100;

    /// <summary>Most stages written out in an ancestry chain; the ones nearest to the base are left out.</summary>
    public const int ChainStages = 12;

    /// <summary>Most stages named in one line of a hover.</summary>
    public const int ListedStages = 12;

    /// <summary>Most builds named in a lens.</summary>
    public const int LensConsumers = 5;

    /// <summary>Most UTF-16 units of an instruction's arguments in an outline.</summary>
    public const int OutlineDetail = 80;

    /// <summary>Most stages and build targets that a search in the workspace answers.</summary>
    public const int WorkspaceSymbols = 1000;

    /// <summary>Most Dockerfiles in one picture of the stage graph.</summary>
    public const int GraphDockerfiles = 40;

    /// <summary>Most stages of a Dockerfile for each of which it is said how many stages its build runs.</summary>
    public const int PlannedStages = 300;

    /// <summary>How often fixes are applied to what other fixes have left, when all are to be applied.</summary>
    public const int FixAllRounds = 20;
}
