using System.Collections.Immutable;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// A value of the model: anchors, aliases and merge keys are followed, variables replaced, and each part knows from which file it is. Immutable,
/// and as deep as Compose's schema, for only known keys are read.
/// </summary>
internal abstract record ComposeNode
{
    /// <summary>From where it is.</summary>
    public required ComposeSource Source { get; init; }

    /// <summary>Whether it takes the place of what lies below instead of being merged with it: Compose's <c>!override</c>.</summary>
    public bool ReplacesBelow { get; init; }
}

/// <summary>Something tagged <c>!reset</c>: it takes away what lies below, and is nothing itself.</summary>
internal sealed record ComposeReset : ComposeNode;

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
internal sealed record ComposeList(ImmutableArray<ComposeNode> Items) : ComposeNode;

/// <summary>A single value.</summary>
/// <param name="Value">What it says, where it stands.</param>
internal sealed record ComposeScalar(TextValue Value) : ComposeNode
{
    /// <summary>Whether it is null, written or not.</summary>
    public bool IsNull { get; init; }

    /// <summary>Whether nothing is written at all, so that it is only a place at which something may be written.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Whether nobody wrote it: a default of an included project. It stands at the key of the build.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The text as Compose takes it: with the line end of a block, which nobody means as part of a name.</summary>
    public required string WholeText { get; init; }

    /// <summary>For the text of an inline Dockerfile: the document that it is; null where its places cannot be told.</summary>
    public EmbeddedText? Embedded { get; init; }

    /// <summary>Values below it in whose place it stands, the nearest first.</summary>
    public ImmutableArray<ComposeScalar> Hidden { get; init; } = [];
}
