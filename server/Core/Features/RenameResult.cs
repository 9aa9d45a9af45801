using System.Collections.Immutable;
using Dockstage.Core.Messages;

namespace Dockstage.Core.Features;

/// <summary>The edits of a rename, or why there are none.</summary>
public abstract record RenameResult
{
    private RenameResult()
    {
    }

    /// <summary>The edits.</summary>
    /// <param name="OldName">The name that the stage had, as it was written where the rename began.</param>
    /// <param name="Files">The edits, the Dockerfile's first.</param>
    public sealed record Made(string OldName, ImmutableArray<FileEdits> Files) : RenameResult;

    /// <summary>It cannot be done.</summary>
    /// <param name="Reason">Why, for the user.</param>
    public sealed record Refused(LocalizedText Reason) : RenameResult;
}
