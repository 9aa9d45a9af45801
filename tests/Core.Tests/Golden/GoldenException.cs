namespace Dockstage.Core.Tests.Golden;

/// <summary>A fact that Dockstage knowingly does not follow.</summary>
/// <param name="File">The file's <see cref="GoldenFile.Name"/>.</param>
/// <param name="Facts">Which of its facts: <c>warnings</c>, <c>error</c>, <c>stages</c>, <c>target</c> or <c>plan</c>.</param>
/// <param name="Reason">Why not.</param>
internal sealed record GoldenException(string File, string Facts, string Reason);
