using System.Collections.Immutable;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Semantics;

/// <summary>What comes of running an instruction, as far as variables and settings go.</summary>
/// <param name="After">What the next instruction sees.</param>
/// <param name="Uses">The variables used.</param>
/// <param name="Errors">What cannot be expanded.</param>
/// <param name="ExpandedArguments">The arguments, variables replaced; null for one that cannot be known.</param>
internal sealed record StepResult(
    StageEnvironment After, ImmutableArray<VariableUse> Uses, ImmutableArray<ExpansionError> Errors, ImmutableArray<string?> ExpandedArguments);
