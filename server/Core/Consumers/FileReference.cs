using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers;

/// <summary>Words in a consumer's file that name another file.</summary>
/// <param name="Value">The words, where they stand; empty where nothing is written yet.</param>
/// <param name="File">The file, whether or not it exists; null when it cannot be told: nothing written, remote, computed.</param>
/// <param name="Folder">The folder from which its path counts, or null for a document without one.</param>
public sealed record FileReference(TextValue Value, DocumentPath? File, DocumentPath? Folder)
{
    /// <summary>How names of files end that can be taken over here, in any letter case: such files are what completion offers. Empty where it offers none.</summary>
    public ImmutableArray<string> Endings { get; init; } = [];

    /// <summary>Whether a folder is meant (Compose: <c>project_directory</c>), which no editor can open.</summary>
    public bool IsFolder { get; init; }
}
