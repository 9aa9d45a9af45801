using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>A <c>--mount</c> that BuildKit cannot make: <c>unexpected key 'form' in 'form=a' (did you mean from?)</c>.</summary>
public sealed class InvalidMount : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            The options of `RUN --mount` are wrong: a key or a type that there is not, a value that is no number, no size or neither `true` nor `false`, a blank
            behind a comma, or options that do not go together.
            """,
        Matters = """
            The build ends at this instruction. A blank ends the flag, so that what follows it is part of the command; and options count from left to right:
            `type` has to stand before `size` and `required`.
            """,
        Bad = """
            FROM alpine:3.20
            RUN --mount=type=cache,taget=/var/cache/apk apk add git
            """,
        Good = """
            FROM alpine:3.20
            RUN --mount=type=cache,target=/var/cache/apk apk add git
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file) =>
        from step in file.Steps
        where step.Keyword == InstructionKeyword.Run
        from flag in step.Parts.Flags
        where flag.Name.Text == "mount"
        from problem in MountReader.ProblemsOf(flag, step.Step)
        select Refuse(step.Written(problem.Span), problem.BuildKitText, step.Step.IsTriggered ? file.RunsAt(step.Stage) : []) with
        {
            Replacement = problem.Replacement,
        };
}
