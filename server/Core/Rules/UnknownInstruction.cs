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
    protected override IEnumerable<Finding> Find(CheckedDockerfile file) =>
        file.Errors.Where(error => error.Kind == SyntaxErrorKind.UnknownInstruction).Select(Describe);

    private static Finding Describe(CheckedError error)
    {
        var word = error.In.Parts.KeywordText.Text;
        var near = InCaseOf(word, Spelling.Nearest(word, Names));
        var suggestion = near is null ? "" : $" (did you mean {near}?)";

        // A word alone in its line is more often the end of a heredoc that BuildKit does not see.
        var isAlone = error.In.Parts.Arguments.Text.Length == 0;
        return Refuse(error.Span, $"unknown instruction: {word}{suggestion}", error.In.Related) with { Replacement = isAlone ? null : near };
    }

    /// <summary>BuildKit: in capital letters for a word in capital letters, else in small ones.</summary>
    private static string? InCaseOf(string word, string? near) => !word.Any(char.IsLower) ? near : near?.ToLowerInvariant();
}
