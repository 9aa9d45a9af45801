namespace Dockstage.Core.Semantics;

/// <summary>What a reference stands for.</summary>
public abstract record ReferenceMeaning
{
    private ReferenceMeaning()
    {
    }

    /// <summary>A stage of the file; a named context may have taken its place (<see cref="Semantics.Stage.ReplacedBy"/>).</summary>
    public sealed record OfStage(Stage Stage) : ReferenceMeaning
    {
        /// <summary>By index only, as <see cref="StageBase.OnStage"/> compares.</summary>
        public bool Equals(OfStage? other) => other?.Stage.Index == Stage.Index;

        /// <inheritdoc/>
        public override int GetHashCode() => Stage.Index;

        /// <inheritdoc/>
        public override string ToString() => $"OfStage {Stage.Label}";
    }

    /// <summary>An image.</summary>
    /// <param name="Reference">Its reference, variables replaced.</param>
    public sealed record OfImage(string Reference) : ReferenceMeaning;

    /// <summary>A named context.</summary>
    /// <param name="Name">Its name as the build writes it.</param>
    public sealed record OfContext(string Name) : ReferenceMeaning;

    /// <summary>The context of the build itself: an empty <c>--from=</c> or <c>from=</c>.</summary>
    public sealed record OfBuildContext : ReferenceMeaning;

    /// <summary>The empty image.</summary>
    public sealed record OfScratch : ReferenceMeaning;

    /// <summary>
    /// Something else in every stage that is built on the one with the ONBUILD, see <see cref="StageGraph.BindingsOf"/>. Nothing where it
    /// is written.
    /// </summary>
    public sealed record InChildren : ReferenceMeaning;

    /// <summary>Nothing, which is an error.</summary>
    public sealed record OfNothing(ReferenceProblem Problem) : ReferenceMeaning;
}
