using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>What can be written at a place, best first.</summary>
/// <param name="Items">At most <see cref="Limits.CompletionItems"/>, best match first.</param>
/// <param name="IsIncomplete">Whether items were cut, so that more typing must ask again.</param>
public sealed record CompletionList(ImmutableArray<CompletionItem> Items, bool IsIncomplete);

/// <summary>One thing that can be written.</summary>
public sealed record CompletionItem
{
    /// <summary>What the list shows.</summary>
    public required string Label { get; init; }

    /// <summary>What it replaces; the cursor lies inside or at an end.</summary>
    public required TextSpan Replace { get; init; }

    /// <summary>What is written.</summary>
    public required string NewText { get; init; }

    /// <summary>A short remark behind the label, such as the stage's base.</summary>
    public string? Detail { get; init; }

    /// <summary>The Dockerfile that declares the stage, for <see cref="Completion.Describe"/>; null for an item that is no stage.</summary>
    public DocumentPath? Dockerfile { get; init; }

    /// <summary>The stage's index in it.</summary>
    public int Stage { get; init; }
}
