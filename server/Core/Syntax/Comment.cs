namespace Dockstage.Core.Syntax;

/// <summary>A comment line between instructions. Those inside a continued instruction belong to the instruction.</summary>
public sealed class Comment(string text) : DockerfileItem(text)
{
    /// <summary>
    /// What it says to the instruction below it. BuildKit cuts the line's first character, which in an indented comment is a blank, so
    /// that the <c>#</c> stays there. Empty for a lone <c>#</c>, which separates the comments above it from the instruction.
    /// </summary>
    public string Content => Text.TrimStart('\uFEFF')[1..].Trim();
}
