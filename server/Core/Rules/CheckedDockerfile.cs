using System.Collections.Immutable;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>A Dockerfile that is checked.</summary>
/// <param name="Snapshot">Everything else that is known.</param>
/// <param name="Path">The document.</param>
/// <param name="Model">What it says.</param>
public sealed record CheckedDockerfile(WorkspaceSnapshot Snapshot, DocumentPath Path, DockerfileModel Model)
{
    /// <summary>What is run, stage by stage, as if each were built; see <see cref="CheckedStep"/>.</summary>
    public IEnumerable<CheckedStep> Steps =>
        Model.Stages.SelectMany(stage => Model.ScopeOf(stage).Steps.Select(step => new CheckedStep(stage, step)));

    /// <summary>
    /// How far BuildKit reads: to the end of the first instruction with a heredoc that never ends. What follows is the body.
    /// </summary>
    public int ReadTo => Model.Syntax.Unclosed is [var place, ..] && Model.Syntax.Items[place] is Instruction instruction
        ? Model.Syntax.StartOf(place) + instruction.LineSpan.End
        : int.MaxValue;

    /// <summary>The instructions as BuildKit reads them, in file order.</summary>
    public IEnumerable<CheckedParts> Parts
    {
        get
        {
            foreach (var instruction in Instructions)
            {
                yield return new CheckedParts(instruction.Parts, instruction.Start, []);
                if (instruction.Parts.Trigger is { } trigger && IsAllowed(trigger.Keyword) && ChildOf(instruction.Stage) is { } child)
                    yield return new CheckedParts(trigger, instruction.Start, RunsAt(child));
            }
        }
    }

    /// <summary>What BuildKit refuses when it reads instructions, in file order.</summary>
    public IEnumerable<CheckedError> Errors
    {
        get
        {
            foreach (var parts in Parts)
            {
                foreach (var error in parts.Parts.Content.Errors)
                {
                    // Some mistakes under ONBUILD are seen at once, whether a stage is built on it or not.
                    var isAtOnce = IsSeenAtOnce(error.Kind);
                    if (!isAtOnce || parts.Related.IsEmpty)
                        yield return new CheckedError(isAtOnce && parts.Parts.Trigger is { } trigger ? parts with { Parts = trigger } : parts, error);
                }
            }
        }
    }

    /// <summary>The references that name nothing, each in every stage in which it acts.</summary>
    public IEnumerable<CheckedReference> ReferenceProblems =>
        from stage in Model.Stages
        from binding in Model.Graph.BindingsOf(stage)
        where binding.Meaning is ReferenceMeaning.OfNothing
        select new CheckedReference(
            binding, ((ReferenceMeaning.OfNothing)binding.Meaning).Problem, binding.Reference.IsTrigger ? RunsAt(stage) : []);

    /// <summary>The FROM instructions in file order, each with the stage that it begins.</summary>
    public IEnumerable<(CheckedInstruction Instruction, Stage Stage)> Froms =>
        Instructions.Where(instruction => instruction.Keyword == InstructionKeyword.From).Select(instruction => (instruction, instruction.Stage!));

    /// <summary>The instructions in file order.</summary>
    public IEnumerable<CheckedInstruction> Instructions
    {
        get
        {
            var syntax = Model.Syntax;
            var stage = -1;
            for (var place = 0; place < syntax.Items.Length; place++)
            {
                if (syntax.Items[place] is not Instruction instruction)
                    continue;
                if (instruction.Keyword == InstructionKeyword.From)
                    stage++;
                yield return new CheckedInstruction(instruction, place, syntax.StartOf(place), stage < 0 ? null : Model.Stages[stage]);
            }
        }
    }

    /// <summary>Where BuildKit reads what an ONBUILD holds back: the FROM of a stage that is built on it.</summary>
    public ImmutableArray<RelatedPlace> RunsAt(Stage child) => [new RelatedPlace(Path, child.BaseSpan, MessageTable.TriggerRunsHere.With())];

    private static bool IsAllowed(InstructionKeyword trigger) =>
        trigger is not (InstructionKeyword.Onbuild or InstructionKeyword.From or InstructionKeyword.Maintainer);

    private static bool IsSeenAtOnce(SyntaxErrorKind kind) =>
        kind is SyntaxErrorKind.JsonNotAllStrings or SyntaxErrorKind.MissingValue or SyntaxErrorKind.MissingEquals;

    private Stage? ChildOf(Stage? stage) => stage is null
        ? null
        : Model.Stages.Skip(stage.Index + 1).FirstOrDefault(other => other.Base is StageBase.OnStage(var below) && below.Index == stage.Index);
}

/// <summary>An instruction at its place in the file.</summary>
/// <param name="Syntax">The instruction; offsets in it count from <paramref name="Start"/>.</param>
/// <param name="Place">Its place among the items of the file.</param>
/// <param name="Start">Offset in the file at which it begins.</param>
/// <param name="Stage">The stage to which it belongs (for FROM: the one that it begins); null above the first FROM.</param>
public sealed record CheckedInstruction(Instruction Syntax, int Place, int Start, Stage? Stage)
{
    /// <summary>Which instruction.</summary>
    public InstructionKeyword Keyword => Syntax.Keyword;

    /// <summary>What stands in it.</summary>
    public InstructionParts Parts => Syntax.Parts;

    /// <summary>Where its keyword stands in the file.</summary>
    public TextSpan KeywordSpan => InFile(Syntax.KeywordSpan);

    /// <summary>The whole instruction in the file, without blanks before it, heredoc bodies and the line end.</summary>
    public TextSpan Span => InFile(TextSpan.Between(
        Syntax.LineSpan.Start, Syntax.LineSpan.Start + Syntax.Text.AsSpan(Syntax.LineSpan.Start, Syntax.LineSpan.Length).TrimEnd().Length));

    /// <summary>A span of the instruction as a span of the file.</summary>
    public TextSpan InFile(TextSpan span) => span.Shift(Start);
}
