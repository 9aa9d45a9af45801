using System.Collections.Immutable;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Semantics;

/// <summary>
/// What ARG, ENV, WORKDIR, USER and SHELL mean in one stage, instruction by instruction. It begins with what the stage on which this one is
/// built ends with, for all of that comes along through FROM (and nothing through COPY), and with what its ONBUILD brings.
/// </summary>
public sealed class StageScope
{
    private StageScope(Stage stage, StageEnvironment start, ImmutableArray<StageStep> steps)
    {
        Stage = stage;
        Start = start;
        Steps = steps;
    }

    /// <summary>The stage.</summary>
    public Stage Stage { get; }

    /// <summary>What the first instruction sees.</summary>
    public StageEnvironment Start { get; }

    /// <summary>What a stage that is built on this one begins with.</summary>
    public StageEnvironment End => Steps.IsEmpty ? Start : Steps[^1].After;

    /// <summary>
    /// The instructions in the order in which they are run: those that ONBUILD of the base stage brings, then the stage's own without its
    /// FROM. None in a stage that a named context replaces.
    /// </summary>
    public ImmutableArray<StageStep> Steps { get; }

    /// <summary>The stage's own instruction at a place of <see cref="DockerfileSyntax.Items"/>, or null.</summary>
    public StageStep? StepAt(int place)
    {
        foreach (var step in Steps)
        {
            if (!step.IsTriggered && step.Place == place)
                return step;
        }

        return null;
    }

    /// <summary>Runs through a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="syntax">The file.</param>
    /// <param name="below">The scope of the stage on which it is built, or null.</param>
    /// <param name="global">The variables above the first FROM.</param>
    /// <param name="inputs">What the build adds.</param>
    internal static StageScope Of(Stage stage, DockerfileSyntax syntax, StageScope? below, ArgScope global, BuildInputs inputs)
    {
        var start = below?.End ?? (stage.Base is StageBase.OnScratch ? StageEnvironment.OnScratch : StageEnvironment.OnImage);
        if (stage.ReplacedBy is not null)
            return new StageScope(stage, start, []);
        var steps = ImmutableArray.CreateBuilder<StageStep>();
        var environment = start;
        foreach (var brought in below?.Steps ?? [])
        {
            if (!brought.IsTriggered && brought.Parts.Trigger is { } trigger && IsAllowed(trigger.Keyword))
                Add(brought.Place, trigger, isTriggered: true);
        }

        var end = stage.Index + 1 < syntax.Froms.Length ? syntax.Froms[stage.Index + 1] : syntax.Items.Length;
        for (var place = syntax.Froms[stage.Index] + 1; place < end; place++)
        {
            if (syntax.Items[place] is Instruction instruction)
                Add(place, instruction.Parts, isTriggered: false);
        }

        return new StageScope(stage, start, steps.DrainToImmutable());

        void Add(int place, InstructionParts parts, bool isTriggered)
        {
            var instruction = (Instruction)syntax.Items[place];
            var step = new StageStep(
                place, syntax.StartOf(place), parts, isTriggered, environment, it => StepRunner.Run(it, instruction, global, inputs));
            steps.Add(step);
            environment = step.After;
        }
    }

    /// <summary>BuildKit: <c>ONBUILD ONBUILD</c>, <c>ONBUILD FROM</c> and <c>ONBUILD MAINTAINER</c> are errors.</summary>
    private static bool IsAllowed(InstructionKeyword trigger) =>
        trigger is not (InstructionKeyword.Onbuild or InstructionKeyword.From or InstructionKeyword.Maintainer);
}
