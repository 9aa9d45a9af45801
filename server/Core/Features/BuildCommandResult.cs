using System.Collections.Immutable;
using Dockstage.Core.Messages;

namespace Dockstage.Core.Features;

/// <summary>A command, what it takes to make one, or why there is none.</summary>
public abstract record BuildCommandResult
{
    private BuildCommandResult()
    {
    }

    /// <summary>Here it is.</summary>
    public sealed record Made(BuildCommand Command) : BuildCommandResult;

    /// <summary>It cannot be made before these are answered.</summary>
    public sealed record Asks(ImmutableArray<ToolQuestion> Questions) : BuildCommandResult;

    /// <summary>There is none.</summary>
    /// <param name="Reason">Why, for the user.</param>
    public sealed record Refused(LocalizedText Reason) : BuildCommandResult;
}
