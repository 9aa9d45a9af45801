using Dockstage.Core.Documents;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;

namespace Dockstage.LanguageServer.Files;

/// <summary>What the disk says about a path.</summary>
/// <param name="State">The document, or why there is none.</param>
/// <param name="Problem">Why something that is there cannot be read, or null.</param>
internal readonly record struct DiskDocument(DocumentState State, LocalizedText? Problem)
{
    /// <summary>Looks at a path of this machine. Never fails.</summary>
    /// <param name="path">The document.</param>
    /// <param name="file">Where it lies.</param>
    /// <param name="languageId">As what it is to be read, or null.</param>
    public static DiskDocument Read(DocumentPath path, string file, string? languageId = null)
    {
        var read = DiskText.Read(file);
        if (read.Text is not null)
            return new(DocumentState.Known(new Document(path, read.Text, languageId)), null);
        return read.Problem is null ? new(DocumentState.Absent, null) : new(DocumentState.Unreadable, read.Problem);
    }
}
