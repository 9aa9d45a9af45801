using Dockstage.Core.Text;

namespace Dockstage.Core.Semantics;

/// <summary>What BuildKit refuses about a <c>--mount</c>.</summary>
/// <param name="Span">The words at fault, from the instruction's start.</param>
/// <param name="BuildKitText">BuildKit's text.</param>
/// <param name="Replacement">What was surely meant, or null.</param>
public sealed record MountProblem(TextSpan Span, string BuildKitText, string? Replacement = null);
