using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Testing;

/// <summary>One file of a marked text: what it says without the marks, and where the marks stood.</summary>
/// <param name="Path">Its place under <see cref="Markup.Root"/>.</param>
/// <param name="Text">The text without marks.</param>
/// <param name="Cursor">Where <c>&lt;|&gt;</c> stood, or null.</param>
/// <param name="Spans">The <c>[|…|]</c> spans by order of their starts.</param>
/// <param name="Named">The <c>{|name:…|}</c> spans; a name may occur more than once.</param>
public sealed record MarkedFile(
    DocumentPath Path,
    string Text,
    int? Cursor,
    ImmutableArray<TextSpan> Spans,
    ImmutableArray<KeyValuePair<string, TextSpan>> Named)
{
    /// <summary>The spans of one name.</summary>
    public ImmutableArray<TextSpan> SpansNamed(string name) => [.. Named.Where(n => n.Key == name).Select(n => n.Value)];

    /// <summary>The only span of a name.</summary>
    public TextSpan this[string name] => SpansNamed(name).Single();

    /// <summary>The file as a document.</summary>
    public Document ToDocument(string? languageId = null) => new(Path, SourceText.From(Text), languageId);
}
