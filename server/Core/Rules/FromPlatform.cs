using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>The <c>--platform</c> of a FROM.</summary>
/// <param name="Text">The value as written, quotes removed.</param>
/// <param name="Span">Where the value stands in the file.</param>
/// <param name="Expanded">The value with variables replaced; null when BuildKit cannot read it.</param>
/// <param name="Variables">The names of the variables in it.</param>
internal sealed record FromPlatform(string Text, TextSpan Span, string? Expanded, ImmutableArray<string> Variables)
{
    /// <summary>That of an instruction, or null.</summary>
    public static FromPlatform? Of(CheckedDockerfile file, CheckedInstruction from)
    {
        if (from.Parts.Flags.FirstOrDefault(flag => flag.Name.Text == "platform")?.Value is not { } value)
            return null;
        var expansion = file.Model.GlobalArgs.Expand(value.Text);
        return new FromPlatform(
            value.Text,
            from.InFile(value.Span),
            expansion.Value,
            [.. expansion.Variables.Select(variable => variable.Name)]);
    }
}
