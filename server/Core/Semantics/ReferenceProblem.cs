using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Semantics;

/// <summary>Why a reference names nothing. BuildKit refuses every build of a file with one, whatever the target, unless it stands under ONBUILD.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="BuildKitText">The text with which BuildKit ends the build.</param>
public sealed record ReferenceProblem(ReferenceProblemKind Kind, string BuildKitText)
{
    /// <summary>A FROM without a base.</summary>
    internal static ReferenceProblem Missing { get; } =
        new(ReferenceProblemKind.Missing, "FROM requires either one or three arguments");

    /// <summary>A variable in COPY.</summary>
    internal static ReferenceProblem VariableInCopy { get; } = new(
        ReferenceProblemKind.Variable,
        "variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround");

    /// <summary>A variable in a mount.</summary>
    internal static ReferenceProblem VariableInMount { get; } =
        new(ReferenceProblemKind.Variable, "'from' doesn't support variable expansion, define alias stage instead");

    /// <summary>A mount of a secret.</summary>
    internal static ReferenceProblem SecretMount { get; } = new(ReferenceProblemKind.SecretMount, "secret mount should not have a from");

    /// <summary>What is wrong with a base or with the value of <c>--from</c>, when anything is wrong in it.</summary>
    internal static ReferenceProblem Of(string word, ExpansionError error) =>
        new(ReferenceProblemKind.Expansion, $"failed to process {QuotedText.Of(word)}: {error.BuildKitText}");

    /// <summary>A base that is empty after expansion.</summary>
    internal static ReferenceProblem Blank(string written) => new(ReferenceProblemKind.Blank, $"base name ({written}) should not be blank");

    /// <summary>The index of no stage.</summary>
    internal static ReferenceProblem Index(long index) => new(ReferenceProblemKind.Index, $"invalid stage index {index}");

    /// <summary>A text that is no reference to an image.</summary>
    internal static ReferenceProblem Image(string text, string error) =>
        new(ReferenceProblemKind.ImageReference, $"failed to parse stage name {QuotedText.Of(text)}: {error}");
}
