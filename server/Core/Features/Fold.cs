namespace Dockstage.Core.Features;

/// <summary>Lines that can be folded into the first of them.</summary>
/// <param name="StartLine">The first line, from 0; it stays visible.</param>
/// <param name="EndLine">The last line, from 0.</param>
/// <param name="Kind">What is folded.</param>
public sealed record Fold(int StartLine, int EndLine, FoldKind Kind);

/// <summary>What can be folded.</summary>
public enum FoldKind
{
    /// <summary>A stage, from its FROM to its last instruction.</summary>
    Stage,

    /// <summary>An instruction over several lines.</summary>
    Instruction,

    /// <summary>A heredoc.</summary>
    Heredoc,

    /// <summary>Comments that follow each other.</summary>
    Comments,

    /// <summary>Deeper lines of a file that holds a Dockerfile.</summary>
    Indentation,
}
