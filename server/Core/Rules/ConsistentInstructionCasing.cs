namespace Dockstage.Core.Rules;

/// <summary>
/// An instruction is not written in the letter case of the majority. BuildKit counts FROM and the instructions of stages, not the ARG lines
/// above the first FROM; words in mixed case have no vote, and capitals win a tie.
/// </summary>
public sealed class ConsistentInstructionCasing : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => false;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "An instruction is written in another letter case than most of the file, or in mixed case.",
        Matters = "BuildKit reads any letter case. A file in one style is easier to read and to search.",
        Bad = """
            FROM alpine:3.20
            run apk add git
            """,
        Good = """
            FROM alpine:3.20
            RUN apk add git
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        var counted = file.Instructions.Where(instruction => instruction.Stage is not null).ToList();
        var votes = counted.Select(instruction => Casing.Of(instruction.Parts.KeywordText.Text)).ToList();
        var majority = votes.Count(vote => vote == LetterCase.Lower) > votes.Count(vote => vote == LetterCase.Upper)
            ? LetterCase.Lower
            : LetterCase.Upper;
        var name = majority == LetterCase.Lower ? "lowercase" : "uppercase";
        foreach (var instruction in counted)
        {
            var word = instruction.Parts.KeywordText.Text;
            var expected = Casing.Apply(majority, word);
            if (word != expected)
            {
                yield return Warn(
                    instruction.KeywordSpan, $"Command '{word}' should match the case of the command majority ({name})") with
                {
                    Replacement = expected,
                };
            }
        }
    }
}
