using System.Collections.Immutable;
using Dockstage.Core.Semantics;

namespace Dockstage.Core.Rules;

/// <summary>A reference that names nothing.</summary>
/// <param name="Binding">The reference in the stage in which it acts.</param>
/// <param name="Problem">Why it names nothing.</param>
/// <param name="Related">For one under ONBUILD: the FROM at which BuildKit reads it.</param>
public sealed record CheckedReference(StageBinding Binding, ReferenceProblem Problem, ImmutableArray<RelatedPlace> Related);
