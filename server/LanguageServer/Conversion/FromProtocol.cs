using Dockstage.Core.Documents;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;
using Dockstage.LanguageServer.Protocol;
using Dockstage.LanguageServer.Session;
using Dockstage.LanguageServer.Transport;

namespace Dockstage.LanguageServer.Conversion;

/// <summary>From LSP's words to ours. Here and in <see cref="ToProtocol"/> both worlds meet, and nowhere else at length.</summary>
internal static class FromProtocol
{
    /// <summary>A URI of the client.</summary>
    /// <exception cref="ResponseException">It is none: InvalidParams.</exception>
    public static DocumentPath Path(string uri) =>
        DocumentPath.TryParse(uri, out var path)
            ? path
            : throw new ResponseException(new ResponseError(ErrorCode.InvalidParams, $"not a URI: {uri}"));

    /// <summary>A place in a document, or null when the document is not known.</summary>
    public static (Document Document, int Offset)? Place(SessionState state, TextDocumentIdentifier document, Position position) =>
        state.Workspace.Find(Path(document.Uri)).Document is { } known
            ? (known, Offset(known.Text, position, state.Client.Encoding))
            : null;

    /// <summary>The same, but in the document that counts there: one that is written inside the known one.</summary>
    public static (Document Document, int Offset)? InnermostPlace(SessionState state, TextDocumentIdentifier document, Position position) =>
        Place(state, document, position) is var (known, offset) ? HostPlace.Innermost(state.Workspace, known, offset) : null;

    /// <summary>A text after changes, each of which speaks of the text that the one before left.</summary>
    public static SourceText Changed(SourceText text, IEnumerable<TextDocumentContentChangeEvent> changes, PositionEncoding encoding)
    {
        foreach (var change in changes)
        {
            if (change.Range is null)
            {
                text = SourceText.From(change.Text);
                continue;
            }

            var start = Offset(text, change.Range.Start, encoding);
            var end = Offset(text, change.Range.End, encoding);
            text = text.With(new Core.Text.TextEdit(TextSpan.Between(Math.Min(start, end), Math.Max(start, end)), change.Text));
        }

        return text;
    }

    /// <summary>The language for a locale such as <c>ru</c>, <c>ru-RU</c> or <c>en</c>.</summary>
    public static Language Language(string? locale) =>
        locale is not null && (locale.Equals("ru", StringComparison.OrdinalIgnoreCase)
            || locale.StartsWith("ru-", StringComparison.OrdinalIgnoreCase)
            || locale.StartsWith("ru_", StringComparison.OrdinalIgnoreCase))
            ? Core.Messages.Language.Russian
            : Core.Messages.Language.English;

    private static int Offset(SourceText text, Position position, PositionEncoding encoding) =>
        text.OffsetAt(new LinePosition(position.Line, position.Character), encoding);
}
