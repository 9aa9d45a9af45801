namespace Dockstage.Core.Syntax;

/// <summary>A flag that an instruction has.</summary>
/// <param name="Name">The name without dashes; letter case counts.</param>
/// <param name="Kind">What value it takes.</param>
public sealed record KnownFlag(string Name, FlagKind Kind);
