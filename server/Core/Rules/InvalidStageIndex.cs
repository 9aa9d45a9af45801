using Dockstage.Core.Semantics;

namespace Dockstage.Core.Rules;

/// <summary>A number in <c>COPY --from</c> that is the index of no stage: <c>invalid stage index 7</c>.</summary>
public sealed class InvalidStageIndex : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "`COPY --from` names a stage by its number, and there is no such stage. Stages count from 0, every `FROM` begins one.",
        Matters = "Nothing in the file can be built. A name survives new stages above it; a number does not. A number never means an image here.",
        Bad = """
            FROM alpine:3.20 AS build
            FROM scratch
            COPY --from=2 /app /app
            """,
        Good = """
            FROM alpine:3.20 AS build
            FROM scratch
            COPY --from=build /app /app
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file) =>
        from reference in file.ReferenceProblems
        where reference.Problem.Kind == ReferenceProblemKind.Index
        select Refuse(reference.Binding.Reference.Span, reference.Problem.BuildKitText, reference.Related);
}
