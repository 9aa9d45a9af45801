using System.Collections.Immutable;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>
/// What BuildKit reads as one instruction: one of the file, or what an ONBUILD holds back, once a stage of the file is built on its own.
/// </summary>
/// <param name="Parts">What stands in it.</param>
/// <param name="Start">Offset in the file from which its offsets count.</param>
/// <param name="Related">For what an ONBUILD holds back: the FROM at which BuildKit reads it.</param>
public sealed record CheckedParts(InstructionParts Parts, int Start, ImmutableArray<RelatedPlace> Related)
{
    /// <summary>The keyword in capital letters, as BuildKit says it.</summary>
    public string Name => Parts.Keyword.ToString().ToUpperInvariant();

    /// <summary>A span of it as a span of the file.</summary>
    public TextSpan InFile(TextSpan span) => span.Shift(Start);
}
