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
