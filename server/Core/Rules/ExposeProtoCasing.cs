using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>The protocol of a port is written with capitals: <c>EXPOSE 80/TCP</c>.</summary>
public sealed class ExposeProtoCasing : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => true;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "The protocol of a port in `EXPOSE` is written with capital letters.",
        Matters = "Docker keeps it in small letters; so should the file.",
        Bad = """
            FROM alpine:3.20
            EXPOSE 80/TCP
            """,
        Good = """
            FROM alpine:3.20
            EXPOSE 80/tcp
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var step in file.Steps.Where(step => step.Keyword == InstructionKeyword.Expose))
        {
            foreach (var (port, text) in step.Parts.Content.Arguments.Zip(step.Step.ExpandedArguments))
            {
                var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
                if (slash < 0 || Casing.Of(text![slash..]) == LetterCase.Lower)
                    continue;
                yield return Warn(step.InFile(port.Span), $"Defined protocol '{text}' in EXPOSE instruction should be lowercase") with
                {
                    // What a variable brings is put right where it gets its value.
                    Replacement = step.Step.IsTriggered || port.Value.Text != text ? null : text[..slash] + text[slash..].ToLowerInvariant(),
                };
            }
        }
    }
}
