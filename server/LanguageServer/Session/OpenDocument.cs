using Dockstage.Core.Documents;

namespace Dockstage.LanguageServer.Session;

/// <summary>A document that an editor has open. Its text is the truth, whatever the disk says.</summary>
/// <param name="Document">The document.</param>
/// <param name="Version">The client's number for this text.</param>
public sealed record OpenDocument(Document Document, int Version);
