namespace Dockstage.Core.Syntax;

/// <summary>A line with nothing on it.</summary>
public sealed class BlankLine(string text) : DockerfileItem(text);
