using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>An instruction other than ARG above the first FROM: <c>no build stage in current context</c>.</summary>
public sealed class InstructionBeforeFrom : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "An instruction other than `ARG` above the first `FROM`.",
        Matters = "Instructions belong to a stage, and a stage begins with `FROM`. Only `ARG` may stand above, for `FROM` lines to use.",
        Bad = """
            RUN apk add git
            FROM alpine:3.20
            """,
        Good = """
            FROM alpine:3.20
            RUN apk add git
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file) =>
        from instruction in file.Instructions.TakeWhile(one => one.Stage is null)
        where instruction.Keyword is not (InstructionKeyword.Arg or InstructionKeyword.Unknown)
        select Refuse(instruction.KeywordSpan, "no build stage in current context");
}
