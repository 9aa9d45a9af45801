using Dockstage.Core.Semantics;

namespace Dockstage.Core.Rules;

/// <summary>A base that is empty when its variables are replaced: <c>base name ($X) should not be blank</c>.</summary>
public sealed class BlankBaseName : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            The base of a `FROM` is empty once its variables are replaced by their defaults. Where compose services build the file and each of them gives
            the variables values, nothing is wrong.
            """,
        Matters = """
            The file can only be built by those who know which `--build-arg` it needs. `FROM` sees only the `ARG` lines above the first `FROM`; one inside
            a stage does not count.
            """,
        Bad = """
            ARG BASE
            FROM $BASE
            """,
        Good = """
            ARG BASE=alpine:3.20
            FROM $BASE
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file) =>
        from reference in file.ReferenceProblems
        where reference.Problem.Kind == ReferenceProblemKind.Blank
            && !KnownBuilds.Mend(file, reference.Binding.User.BaseText, value => value.Length > 0)
        select Refuse(reference.Binding.User.BaseSpan, reference.Problem.BuildKitText);
}
