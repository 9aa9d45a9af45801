using Dockstage.Core.Text;

namespace Dockstage.Core.Syntax;

/// <summary>A variable for which an expansion asked.</summary>
/// <param name="Name">The name without dollar sign and braces; one unit for a special one (<c>$?</c>).</param>
/// <param name="Span">Where the name stands in the expanded word, as indexes of its units.</param>
/// <param name="Value">What it was. BuildKit asks for a variable also in a fallback that is then not used.</param>
public sealed record ExpandedVariable(string Name, TextSpan Span, VariableValue Value);
