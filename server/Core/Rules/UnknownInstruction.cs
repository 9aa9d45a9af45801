using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>A word that is no instruction: <c>unknown instruction: RUNN (did you mean RUN?)</c>.</summary>
public sealed class UnknownInstruction : RefusalRule
{
    private static readonly string[] Names =
    [
        .. Enum.GetValues<InstructionKeyword>().Where(keyword => keyword != InstructionKeyword.Unknown)
            .Select(keyword => keyword.ToString().ToUpperInvariant()),
    ];

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "A line begins with a word that is no instruction.",
        Matters = """
            Nothing in the file can be built. Often it is a slip of the pen, often a line above lacks the `\` that continues it, or a quote on a `RUN`
            line keeps BuildKit from seeing a heredoc, so that its body is read as instructions.
            """,
        Bad = """
            FROM alpine:3.20
            RUNN apk add git
            """,
        Good = """
            FROM alpine:3.20
            RUN apk add git
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Keyword == InstructionKeyword.Unknown)
                yield return Describe(instruction);

            // What follows is the body of a heredoc that is being written, and no list of mistakes.
            if (instruction.Syntax.HasUnclosedHeredoc)
                yield break;
        }
    }

    private static Finding Describe(CheckedInstruction instruction)
    {
        var word = instruction.Parts.KeywordText.Text;
        var near = Spelling.Nearest(word, Names);
        var suggestion = near is null ? "" : $" (did you mean {near}?)";
        return Refuse(instruction.KeywordSpan, $"unknown instruction: {word}{suggestion}") with
        {
            Replacement = near is not null && Casing.Of(word) == LetterCase.Lower ? near.ToLowerInvariant() : near,
        };
    }
}
