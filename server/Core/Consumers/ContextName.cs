using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers;

/// <summary>The name of a context that a build is given besides its own.</summary>
/// <param name="File">The document that gives it.</param>
/// <param name="Value">The name, where it is written.</param>
public sealed record ContextName(DocumentPath File, TextValue Value);
