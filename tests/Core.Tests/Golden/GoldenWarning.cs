namespace Dockstage.Core.Tests.Golden;

/// <summary>A finding of <c>docker build --check</c>.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Line">The first line, from 1; null where BuildKit names no place.</param>
/// <param name="LastLine">The last line.</param>
/// <param name="Detail">The sentence.</param>
internal sealed record GoldenWarning(string Rule, int? Line, int? LastLine, string Detail);
