using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>How a file is read: one file may be read in several ways, as the project's own and as included by another.</summary>
/// <param name="Document">The file.</param>
/// <param name="Folder">The folder to which relative paths in it are relative, or null for a document without one.</param>
/// <param name="Variables">The variables that count in it.</param>
internal sealed record ComposeSource(Document Document, DocumentPath? Folder, ComposeVariables Variables);
