using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>ONBUILD with an instruction that it cannot hold back: ONBUILD, FROM, MAINTAINER.</summary>
public sealed class OnbuildNotAllowed : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "`ONBUILD` is followed by `ONBUILD`, `FROM` or `MAINTAINER`.",
        Matters = "A trigger runs in the image that is built on this one, where none of the three makes sense. BuildKit refuses the file.",
        Bad = """
            FROM alpine:3.20
            ONBUILD ONBUILD RUN echo built
            """,
        Good = """
            FROM alpine:3.20
            ONBUILD RUN echo built
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file) =>
        from instruction in file.Instructions
        where instruction.Keyword == InstructionKeyword.Onbuild
        let trigger = instruction.Parts.Trigger
        where trigger is { Keyword: InstructionKeyword.Onbuild or InstructionKeyword.From or InstructionKeyword.Maintainer }
        select Refuse(
            instruction.InFile(trigger.KeywordText.Span),
            trigger.Keyword == InstructionKeyword.Onbuild
                ? "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed"
                : $"{trigger.KeywordText.Text.ToUpperInvariant()} isn't allowed as an ONBUILD trigger");
}
