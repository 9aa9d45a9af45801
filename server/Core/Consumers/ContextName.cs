using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers;

/// <summary>The name of a context that a build is given besides its own.</summary>
/// <param name="File">The document that gives it.</param>
/// <param name="Value">The name, where it is written.</param>
public sealed record ContextName(DocumentPath File, TextValue Value)
{
    /// <summary>What the name stands for: a folder, a URL, another build; null when nothing is written.</summary>
    public TextValue? Given { get; init; }

    /// <summary>The folder that it stands for; null for a URL, another build, and what is computed.</summary>
    public DocumentPath? Folder { get; init; }

    /// <summary>The folder from which the path of <see cref="Given"/> counts, or null for a document without one.</summary>
    public DocumentPath? From { get; init; }
}
