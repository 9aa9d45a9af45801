using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Semantics;

/// <summary>A variable that ARG or ENV has made known in a stage.</summary>
/// <param name="Name">The name; letter case counts.</param>
/// <param name="Value">
/// Its value. Unset for an ARG that has neither a default nor a value from above the first FROM: the name is known then, and empty.
/// </param>
/// <param name="IsEnv">Whether ENV has set it, so that it is in the image too; else ARG.</param>
/// <param name="NameSpan">Where the ARG or ENV writes the name, in the file. It may stand in a stage on which this one is built.</param>
/// <param name="GlobalSpan">
/// Where the ARG above the first FROM writes the name, when the value comes from there; null for an automatic argument too.
/// </param>
public sealed record ScopeVariable(string Name, VariableValue Value, bool IsEnv, TextSpan NameSpan, TextSpan? GlobalSpan = null);
