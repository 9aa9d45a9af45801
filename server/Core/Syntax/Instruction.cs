using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Syntax;

/// <summary>
/// One instruction with its continuation lines and heredocs. Offsets count from its start, that is from the first column of its first
/// line. Where it begins and ends is known at once; what stands in it is read when <see cref="Parts"/> is first asked for.
/// </summary>
public sealed class Instruction : DockerfileItem
{
    private readonly Func<Instruction, InstructionParts> _read;

    // Filled on demand without a lock: two threads may both read the same immutable answer, and either of them is right.
    private PlacedText? _line;
    private InstructionParts? _parts;

    /// <summary>Makes an instruction.</summary>
    /// <param name="text">The exact text.</param>
    /// <param name="read">Reads the parts, when they are first needed.</param>
    public Instruction(string text, Func<Instruction, InstructionParts> read)
        : base(text) => _read = read;

    /// <summary>Which instruction.</summary>
    public required InstructionKeyword Keyword { get; init; }

    /// <summary>Where the keyword stands.</summary>
    public required TextSpan KeywordSpan { get; init; }

    /// <summary>Its lines without the blanks before the keyword, without the last line end, and without heredoc bodies.</summary>
    public required TextSpan LineSpan { get; init; }

    /// <summary>
    /// What a continuation leaves out of <see cref="LineSpan"/>: the escape character, the blanks behind it, the line end, and the
    /// comment and blank lines that follow.
    /// </summary>
    public required ImmutableArray<TextSpan> Gaps { get; init; }

    /// <summary>The escape character in force.</summary>
    public required char Escape { get; init; }

    /// <summary>Its heredocs in the order of their openers.</summary>
    public ImmutableArray<Heredoc> Heredocs { get; init; } = [];

    /// <summary>Whether the closing line of one of them is missing.</summary>
    public bool HasUnclosedHeredoc => Heredocs.Any(heredoc => heredoc.CloserSpan is null);

    /// <summary>What is wrong with its lines; see <see cref="AllErrors"/> for the rest.</summary>
    public ImmutableArray<SyntaxError> Errors { get; init; } = [];

    /// <summary>The one line that BuildKit makes of its lines.</summary>
    public PlacedText Line => _line ??= PlacedText.Without(Text, LineSpan, Gaps);

    /// <summary>What stands in it.</summary>
    public InstructionParts Parts => _parts ??= _read(this);

    /// <inheritdoc/>
    public override IEnumerable<SyntaxError> AllErrors =>
        LongLines.Concat(Errors).Concat(Parts.Content.Errors).OrderBy(error => error.Span.Start);

    /// <summary>Whether something that may be a flag follows the keyword; cheap, and never wrongly false.</summary>
    public bool MayHaveFlags
    {
        get
        {
            var rest = Text.AsSpan(0, LineSpan.End)[KeywordSpan.End..].TrimStart();
            return !rest.IsEmpty && (rest[0] == '-' || rest[0] == Escape);
        }
    }
}
