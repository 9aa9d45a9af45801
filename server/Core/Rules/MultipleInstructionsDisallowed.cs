using Dockstage.Core.Messages;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>CMD, ENTRYPOINT or HEALTHCHECK twice in one stage. Reported at the earlier one, which has no effect.</summary>
public sealed class MultipleInstructionsDisallowed : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => true;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "A stage has several `CMD`, several `ENTRYPOINT` or several `HEALTHCHECK` instructions.",
        Matters = "Only the last one counts. The others mislead whoever reads the file.",
        Bad = """
            FROM alpine:3.20
            CMD ["echo", "once"]
            CMD ["echo", "again"]
            """,
        Good = """
            FROM alpine:3.20
            CMD ["echo", "again"]
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var stage in file.Steps.GroupBy(step => step.Stage.Index))
        {
            var last = new Dictionary<InstructionKeyword, CheckedStep>();
            foreach (var step in stage)
            {
                if (step.Keyword is not (InstructionKeyword.Cmd or InstructionKeyword.Entrypoint or InstructionKeyword.Healthcheck))
                    continue;
                if (last.TryGetValue(step.Keyword, out var earlier))
                    yield return Describe(file, earlier, step);
                last[step.Keyword] = step;
            }
        }
    }

    private static Finding Describe(CheckedDockerfile file, CheckedStep earlier, CheckedStep later) =>
        Warn(
            earlier.Span,
            $"Multiple {later.Name} instructions should not be used in the same stage because only the last one will be used") with
        {
            Tag = FindingTag.Unnecessary,
            Related = [new RelatedPlace(file.Path, later.KeywordSpan, MessageTable.InstructionThatCounts.With(later.Name))],
        };
}
