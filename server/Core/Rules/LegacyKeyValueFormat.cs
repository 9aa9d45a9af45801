using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>ENV or LABEL in the old form, with a blank instead of an equals sign.</summary>
public sealed class LegacyKeyValueFormat : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => true;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "`ENV key value` or `LABEL key value` with a blank between key and value.",
        Matters = "The form is out of date: it takes one pair only, and everything behind the key, blanks included, becomes the value.",
        Bad = """
            FROM alpine:3.20
            ENV MODE production
            """,
        Good = """
            FROM alpine:3.20
            ENV MODE=production
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var step in file.Steps.Where(step => step.Keyword is InstructionKeyword.Env or InstructionKeyword.Label))
        {
            foreach (var pair in step.Parts.Content.Assignments.Where(pair => pair is { IsLegacy: true, Value: not null }))
            {
                var name = step.Name;
                yield return Warn(
                    step.InFile(pair.Span), $"\"{name} key=value\" should be used instead of legacy \"{name} key value\" format");
            }
        }
    }
}
