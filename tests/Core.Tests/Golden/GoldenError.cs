namespace Dockstage.Core.Tests.Golden;

/// <summary>Why BuildKit refuses a file.</summary>
/// <param name="Message">Its message, without what the client puts before it.</param>
/// <param name="Line">The first line, from 1; null where BuildKit names no place.</param>
/// <param name="LastLine">The last line.</param>
internal sealed record GoldenError(string Message, int? Line, int? LastLine);
