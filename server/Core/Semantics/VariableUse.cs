using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Semantics;

/// <summary>A use of a variable in an instruction of a stage.</summary>
/// <param name="Name">The name without dollar sign and braces.</param>
/// <param name="Span">Where the name is written, in the file.</param>
/// <param name="Value">The value that it has there.</param>
/// <param name="Declaration">What has made it known, or null.</param>
/// <param name="IsChecked">Whether BuildKit tells of an undefined one: not in EXPOSE, nor of the arguments that only steer it.</param>
public sealed record VariableUse(string Name, TextSpan Span, VariableValue Value, ScopeVariable? Declaration, bool IsChecked)
{
    /// <summary>
    /// Whether nothing can have given it a value: no ARG or ENV of the file, and there is no image from which it might come.
    /// </summary>
    public bool IsUndefined => Declaration is null && Value.IsUnset;

    /// <summary>Whether only the environment of the base image can have given it a value, and that is not known.</summary>
    public bool IsUpToImage => Declaration is null && !Value.IsSurelySet && Value.IsUnknown;
}
