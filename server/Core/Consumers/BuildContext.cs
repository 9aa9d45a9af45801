using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers;

/// <summary>The folder, URL or named context of a <see cref="BuildTarget"/>.</summary>
/// <param name="Folder">The folder, or null when it is remote or computed.</param>
/// <param name="Value">The words that name it, or null when it is the default.</param>
public sealed record BuildContext(DocumentPath? Folder, TextValue? Value)
{
    /// <summary>The folder from which its path counts, or null for a document without one and where no path is written.</summary>
    public DocumentPath? From { get; init; }
}
