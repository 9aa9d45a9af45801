using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>
/// FROM with a number of words other than one or three: <c>FROM requires either one or three arguments</c>. Words are separated by blanks
/// alone; quotes do not group them, and <c>#</c> begins no comment.
/// </summary>
public sealed class FromArguments : RefusalRule
{
    private static readonly char[] Blanks = ['\t', '\v', '\f', '\r', ' '];

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "`FROM` is followed by other words than an image (or a stage) and perhaps `AS` and a name.",
        Matters = """
            The file cannot be built. Usual causes: a comment behind the instruction, `--platform` behind the image, a default with a blank in it
            (`${X:-a b}`), or a name that is not written yet.
            """,
        Bad = """
            FROM alpine:3.20 # the small one
            """,
        Good = """
            # the small one
            FROM alpine:3.20
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file)
    {
        foreach (var instruction in file.Instructions.Where(one => one.Keyword == InstructionKeyword.From))
        {
            var arguments = instruction.Parts.Arguments;
            var words = arguments.Text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            var isRight = words.Length == 1 || (words.Length == 3 && words[1].Equals("as", StringComparison.OrdinalIgnoreCase));
            if (!isRight)
                yield return Refuse(words.Length == 0 ? instruction.KeywordSpan : instruction.InFile(arguments.Span), "FROM requires either one or three arguments");
        }
    }
}
