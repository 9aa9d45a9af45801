using Dockstage.Core.Text;

namespace Dockstage.Core.Documents;

/// <summary>One document at one moment. A new text is a new document; equality is by reference, so "the same object" means "unchanged".</summary>
public sealed class Document(DocumentPath path, SourceText text, string? languageId = null)
{
    /// <summary>Its identity.</summary>
    public DocumentPath Path { get; } = path;

    /// <summary>Its text.</summary>
    public SourceText Text { get; } = text;

    /// <summary>The editor's language id (<c>dockerfile</c>, <c>dockercompose</c>, <c>yaml</c>), or null for a file that is not open.</summary>
    public string? LanguageId { get; } = languageId;
}
