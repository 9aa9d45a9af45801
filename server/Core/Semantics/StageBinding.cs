namespace Dockstage.Core.Semantics;

/// <summary>
/// A reference as it acts in one stage. One under ONBUILD acts in every stage that is built directly on the stage in which it is written,
/// and nowhere else.
/// </summary>
/// <param name="User">The stage in which it acts.</param>
/// <param name="Reference">Where it is written: in that stage, or in the one that it is built on.</param>
/// <param name="Meaning">What it stands for there.</param>
public sealed record StageBinding(Stage User, StageReference Reference, ReferenceMeaning Meaning);
