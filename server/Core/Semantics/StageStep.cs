using System.Collections.Immutable;
using Dockstage.Core.Parsing;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Semantics;

/// <summary>One instruction as it is run in a stage: one of the stage's own, or one that ONBUILD of the base stage brings.</summary>
public sealed class StageStep
{
    private readonly Lazy<StepResult> _result;

    internal StageStep(int place, int offset, InstructionParts parts, bool isTriggered, StageEnvironment before, Func<StageStep, StepResult> run)
    {
        Place = place;
        Offset = offset;
        Parts = parts;
        IsTriggered = isTriggered;
        Before = before;
        _result = new(() => run(this));
    }

    /// <summary>Its place in <see cref="DockerfileSyntax.Items"/>; for one of the base stage that of the ONBUILD.</summary>
    public int Place { get; }

    /// <summary>Where that piece begins in the file: what must be added to the offsets of <see cref="Parts"/>.</summary>
    public int Offset { get; }

    /// <summary>What is run: for one of the base stage the instruction behind ONBUILD.</summary>
    public InstructionParts Parts { get; }

    /// <summary>Whether it comes from an ONBUILD of the stage on which this one is built.</summary>
    public bool IsTriggered { get; }

    /// <summary>What it sees. BuildKit: all words of an instruction see this, only an ARG sees what it has declared further left.</summary>
    public StageEnvironment Before { get; }

    /// <summary>What the instruction below it sees.</summary>
    public StageEnvironment After => ChangesEnvironment(Parts.Keyword) ? _result.Value.After : Before;

    /// <summary>
    /// The arguments with their variables replaced, in the order of <see cref="InstructionContent.Arguments"/>, null for one that cannot be
    /// known and for a heredoc. Empty for instructions other than ADD, COPY, EXPOSE, STOPSIGNAL, USER, VOLUME and WORKDIR.
    /// </summary>
    public ImmutableArray<string?> ExpandedArguments => _result.Value.ExpandedArguments;

    /// <summary>The variables that BuildKit replaces in it, in the order written.</summary>
    public ImmutableArray<VariableUse> Uses => _result.Value.Uses;

    /// <summary>
    /// What BuildKit cannot expand, with spans in the file. It comes upon it only when it runs the stage.
    /// </summary>
    public ImmutableArray<ExpansionError> Errors => _result.Value.Errors;

    /// <summary>What COPY and ADD copy from elsewhere, heredocs left out.</summary>
    public IEnumerable<Argument> CopiedPaths => Parts.Content.Sources.Where(source => !HeredocOpeners.IsOpener(source.Value));

    /// <summary>
    /// A word of the instruction with its variables replaced. For an ARG that is what the first declaration sees.
    /// </summary>
    public Expansion Expand(PlacedText word) => ShellLexer.Expand(word.Text, Parts.VariableEscape, Before.ValueOf);

    private static bool ChangesEnvironment(InstructionKeyword keyword) => keyword
        is InstructionKeyword.Arg
        or InstructionKeyword.Env
        or InstructionKeyword.Shell
        or InstructionKeyword.User
        or InstructionKeyword.Workdir;
}
