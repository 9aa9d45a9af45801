using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>MAINTAINER, which a label has replaced.</summary>
public sealed class MaintainerDeprecated : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => true;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "A `MAINTAINER` instruction.",
        Matters = "It is deprecated. The label `org.opencontainers.image.authors` says the same in a way that tools read.",
        Bad = """
            FROM alpine:3.20
            MAINTAINER someone@example.com
            """,
        Good = """
            FROM alpine:3.20
            LABEL org.opencontainers.image.authors="someone@example.com"
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file) =>
        from instruction in file.Instructions
        where instruction is { Keyword: InstructionKeyword.Maintainer, Stage: not null }
        select Warn(instruction.KeywordSpan, "Maintainer instruction is deprecated in favor of using label") with { Tag = FindingTag.Deprecated };
}
