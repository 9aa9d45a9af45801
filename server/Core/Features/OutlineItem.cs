using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>One line of an outline. LSP: DocumentSymbol.</summary>
public sealed record OutlineItem
{
    /// <summary>What it is called; never empty.</summary>
    public required string Name { get; init; }

    /// <summary>A remark behind the name: a stage's base, an instruction's arguments.</summary>
    public required string Detail { get; init; }

    /// <summary>What it is.</summary>
    public required OutlineKind Kind { get; init; }

    /// <summary>The whole of it; contains <see cref="Selection"/> and all children.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The part to put the cursor on.</summary>
    public required TextSpan Selection { get; init; }

    /// <summary>What is in it.</summary>
    public required ImmutableArray<OutlineItem> Children { get; init; }
}

/// <summary>What a line of an outline stands for.</summary>
public enum OutlineKind
{
    /// <summary>A stage.</summary>
    Stage,

    /// <summary>An instruction that declares variables: ARG, ENV.</summary>
    Variable,

    /// <summary>Any other instruction.</summary>
    Instruction,

    /// <summary>A Dockerfile that is written inside the document.</summary>
    Dockerfile,
}
