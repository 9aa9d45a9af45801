using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>A mistake in an instruction, for which BuildKit refuses the file when it reads it.</summary>
/// <param name="In">The instruction.</param>
/// <param name="Error">The mistake; its span counts from the instruction's start.</param>
public sealed record CheckedError(CheckedParts In, SyntaxError Error)
{
    /// <summary>What is wrong.</summary>
    public SyntaxErrorKind Kind => Error.Kind;

    /// <summary>Where, in the file.</summary>
    public TextSpan Span => In.InFile(Error.Span);

    /// <summary>The argument at fault as BuildKit reads it, continuations removed.</summary>
    public string Argument
    {
        get
        {
            var arguments = In.Parts.Arguments;
            return string.Concat(arguments.Text.Where((_, index) => Error.Span.Start <= arguments.OffsetAt(index) && arguments.OffsetAt(index) < Error.Span.End));
        }
    }

    /// <summary>The flag at fault.</summary>
    public Flag Flag => In.Parts.Flags.First(flag => flag.Span.Contains(Error.Span));
}
