namespace Dockstage.Core.Tests.Golden;

/// <summary>A stage as <c>--call=targets</c> lists it.</summary>
/// <param name="Name">In lower case; null without a name.</param>
/// <param name="Base">The base, variables not filled in.</param>
/// <param name="Description">From its doc comment, or null.</param>
/// <param name="Platform">The value of <c>--platform</c>, or null.</param>
/// <param name="IsDefault">Whether it is the last stage; a target in the call does not change that.</param>
/// <param name="Line">The first line of its FROM, from 1.</param>
internal sealed record GoldenStage(string? Name, string Base, string? Description, string? Platform, bool IsDefault, int Line);
