using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>
/// An instruction as it is run in a stage. What ONBUILD of the base stage brings is run too; BuildKit speaks of it at the FROM of the stage
/// in which it is run, because there it has its place in the build.
/// </summary>
/// <param name="Stage">The stage in which it is run.</param>
/// <param name="Step">The instruction with what it sees.</param>
public sealed record CheckedStep(Stage Stage, StageStep Step)
{
    /// <summary>Which instruction.</summary>
    public InstructionKeyword Keyword => Step.Parts.Keyword;

    /// <summary>What stands in it.</summary>
    public InstructionParts Parts => Step.Parts;

    /// <summary>The keyword as written.</summary>
    public string Name => Step.Parts.KeywordText.Text;

    /// <summary>Where its keyword stands; for one that ONBUILD brings, the base of the stage.</summary>
    public TextSpan KeywordSpan => InFile(Step.Parts.KeywordText.Span);

    /// <summary>From its keyword to its last argument; for one that ONBUILD brings, the base of the stage.</summary>
    public TextSpan Span => InFile(TextSpan.Between(
        Step.Parts.KeywordText.Span.Start, Math.Max(Step.Parts.KeywordText.Span.End, Step.Parts.Arguments.Span.End)));

    /// <summary>Where a span of the instruction is written, for one that ONBUILD brings in the stage that has the ONBUILD.</summary>
    public TextSpan Written(TextSpan span) => span.Shift(Step.Offset);

    /// <summary>A span of the instruction as a span of the file.</summary>
    public TextSpan InFile(TextSpan span) => Step.IsTriggered ? Stage.BaseSpan : span.Shift(Step.Offset);
}
