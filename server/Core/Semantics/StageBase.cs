namespace Dockstage.Core.Semantics;

/// <summary>What a stage is built on.</summary>
public abstract record StageBase
{
    private StageBase()
    {
    }

    /// <summary>A stage above it. BuildKit: the nearest stage above whose lower-cased name equals the expanded base text exactly.</summary>
    public sealed record OnStage(Stage Stage) : StageBase
    {
        /// <summary>By index only: a chain of thousands of stages must not be walked to compare, hash or print one of them.</summary>
        public bool Equals(OnStage? other) => other?.Stage.Index == Stage.Index;

        /// <inheritdoc/>
        public override int GetHashCode() => Stage.Index;

        /// <inheritdoc/>
        public override string ToString() => $"OnStage {Stage.Label}";
    }

    /// <summary>An image.</summary>
    /// <param name="Reference">Its reference, ARG defaults filled in.</param>
    public sealed record OnImage(string Reference) : StageBase;

    /// <summary>Nothing: the reserved word <c>scratch</c>.</summary>
    public sealed record OnScratch : StageBase;

    /// <summary>A named context, in the place of the image or of the whole stage.</summary>
    /// <param name="Name">Its name as the build writes it.</param>
    public sealed record OnContext(string Name) : StageBase;

    /// <summary>Nothing that could be built on: half-written, blank after expansion, or in bad syntax.</summary>
    /// <param name="Problem">What is wrong.</param>
    public sealed record Unresolved(ReferenceProblem Problem) : StageBase;
}
