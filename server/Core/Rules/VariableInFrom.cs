using Dockstage.Core.Semantics;

namespace Dockstage.Core.Rules;

/// <summary>A variable in <c>COPY --from</c> or in the <c>from</c> of a mount, where none is replaced.</summary>
public sealed class VariableInFrom : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "`--from` of a `COPY`, or `from` of a `RUN --mount`, holds a variable or anything else to be replaced.",
        Matters = """
            BuildKit replaces variables in `FROM` lines, not here. Define a stage of its own, `FROM $IMAGE AS name`, with an `ARG` above the first
            `FROM`, and copy from that.
            """,
        Bad = """
            ARG IMAGE=alpine:3.20
            FROM scratch
            COPY --from=$IMAGE /etc/passwd /etc/passwd
            """,
        Good = """
            ARG IMAGE=alpine:3.20
            FROM $IMAGE AS users
            FROM scratch
            COPY --from=users /etc/passwd /etc/passwd
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file) =>
        from reference in file.ReferenceProblems
        where reference.Problem.Kind == ReferenceProblemKind.Variable
        select Refuse(reference.Binding.Reference.Span, reference.Problem.BuildKitText, reference.Related);
}
