namespace Dockstage.Core.Semantics;

/// <summary>What a stage is built on.</summary>
public abstract record StageBase
{
    private StageBase()
    {
    }

    /// <summary>A stage above it. BuildKit: the nearest stage above whose lower-cased name equals the expanded base text exactly.</summary>
    public sealed record OnStage(Stage Stage) : StageBase;

    /// <summary>An image.</summary>
    /// <param name="Reference">Its reference, ARG defaults filled in.</param>
    public sealed record OnImage(string Reference) : StageBase;

    /// <summary>Nothing: the reserved word <c>scratch</c>.</summary>
    public sealed record OnScratch : StageBase;

    /// <summary>Cannot be known: half-written, blank after expansion, or in bad syntax.</summary>
    public sealed record Unresolved : StageBase;
}
