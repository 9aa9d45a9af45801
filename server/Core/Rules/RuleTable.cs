using System.Collections.Immutable;

namespace Dockstage.Core.Rules;

/// <summary>The list of all rules.</summary>
public static class RuleTable
{
    /// <summary>All of them, by origin; findings at one place come in the order of their codes.</summary>
    public static ImmutableArray<IRule> All { get; } =
    [
        // What BuildKit refuses
        new EmptyDockerfile(),
        new NoStages(),
        new InstructionBeforeFrom(),
        new InvalidDirective(),
        new LineTooLong(),
        new UnterminatedHeredoc(),
        new HeredocDestination(),
        new UnknownInstruction(),
        new UnknownFlag(),
        new InvalidFlag(),
        new DuplicateFlag(),
        new ArgumentCount(),
        new InvalidArgument(),
        new FromArguments(),
        new InvalidStageName(),
        new InvalidContextName(),
        new InvalidBaseName(),
        new BlankBaseName(),
        new InvalidPlatform(),
        new BadSubstitution(),
        new InvalidMount(),
        new InvalidStageIndex(),
        new VariableInFrom(),
        new ForwardReference(),
        new CircularDependency(),
        new OnbuildNotAllowed(),

        // The rules of docker build --check
        new StageNameCasing(),
        new FromAsCasing(),
        new NoEmptyContinuation(),
        new ConsistentInstructionCasing(),
        new DuplicateStageName(),
        new ReservedStageName(),
        new MaintainerDeprecated(),
        new JSONArgsRecommended(),
        new UndefinedArgInFrom(),
        new WorkdirRelativePath(),
        new UndefinedVar(),
        new MultipleInstructionsDisallowed(),
        new LegacyKeyValueFormat(),
        new InvalidBaseImagePlatform(),
        new RedundantTargetPlatform(),
        new SecretsUsedInArgOrEnv(),
        new InvalidDefaultArgInFrom(),
        new FromPlatformFlagConstDisallowed(),
        new CopyIgnoredFile(),
        new InvalidDefinitionDescription(),
        new ExposeProtoCasing(),
        new ExposeInvalidFormat(),

        // Our own
        new TargetNotFound(),
        new DockerfileNotFound(),
        new NumericTarget(),
        new TargetCase(),
        new InvalidImageReference(),
        new ContextReplacesStage(),
        new UnusedContext(),
        new UnknownStage(),
        new NumericMountSource(),
        new NumericStageReference(),
        new CopyFromAncestor(),
        new UnreachableStage(),
        new InvalidSettings(),
    ];
}
