using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>
/// AS is not written in the letter case of its FROM. A FROM in mixed case is left to <see cref="ConsistentInstructionCasing"/>.
/// </summary>
public sealed class FromAsCasing : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => true;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "`FROM` is in capitals and `AS` in small letters, or the other way round.",
        Matters = "BuildKit reads both. A file in one style is easier to read.",
        Bad = """
            FROM golang:1.26 as build
            """,
        Good = """
            FROM golang:1.26 AS build
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var instruction in file.Instructions.Where(one => one.Keyword == InstructionKeyword.From))
        {
            var from = instruction.Parts.KeywordText.Text;
            if (instruction.Parts.From?.AsSpan is not { } span || instruction.Parts.From.Name is null || Casing.Of(from) is not { } expected)
                continue;
            var place = instruction.InFile(span);
            var written = WordAt(file, instruction, span);
            if (Casing.Of(written) != expected)
            {
                yield return Warn(place, $"'{written}' and '{from}' keywords' casing do not match") with
                {
                    Replacement = Casing.Apply(expected, "as"),
                };
            }
        }
    }

    /// <summary>The word without the continuations in it.</summary>
    private static string WordAt(CheckedDockerfile file, CheckedInstruction instruction, TextSpan span) =>
        PlacedText.Without(
            instruction.Syntax.Text, span, [.. instruction.Syntax.Gaps.Where(gap => span.Contains(gap))]).Text;
}
