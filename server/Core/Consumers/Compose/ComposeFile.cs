using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dockstage.Core.Documents;
using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>A compose file, read as YAML. Several compose files may take one over, so what is read is kept as long as the document is.</summary>
internal sealed class ComposeFile
{
    private static readonly ConditionalWeakTable<Document, ComposeFile> Known = [];

    private readonly Lazy<ImmutableArray<YamlScalar>> _computed;

    private ComposeFile(Document document)
    {
        Document = document;
        Roots = [.. YamlReader.Read(document.Text).Documents.OfType<YamlMapping>()];
        _computed = new Lazy<ImmutableArray<YamlScalar>>(() => [.. ScalarsIn(Roots).Where(scalar => scalar.Text.Contains('$'))]);
    }

    /// <summary>The document.</summary>
    public Document Document { get; }

    /// <summary>The YAML documents in it that are mappings. Compose: each further one counts like a further file, laid over what came before.</summary>
    public ImmutableArray<YamlMapping> Roots { get; }

    /// <summary>All single values that hold a variable, each where it is written.</summary>
    public ImmutableArray<YamlScalar> ComputedScalars => _computed.Value;

    /// <summary>What a document says.</summary>
    public static ComposeFile Of(Document document) => Known.GetValue(document, static read => new ComposeFile(read));

    /// <summary>The value or key that stands around a place; null where none does. A part of a value stands in all of it.</summary>
    public YamlScalar? ScalarAround(TextSpan span)
    {
        foreach (var scalar in ScalarsIn(Roots, withKeys: true))
        {
            if (scalar.Span.Contains(span))
                return scalar;
        }

        return null;
    }

    /// <summary>The values of a tree. Aliases are not followed, so that each comes once.</summary>
    private static IEnumerable<YamlScalar> ScalarsIn(IEnumerable<YamlNode> roots, bool withKeys = false)
    {
        var waiting = new Stack<YamlNode>(roots);
        while (waiting.TryPop(out var node))
        {
            switch (node)
            {
                case YamlScalar scalar:
                    yield return scalar;
                    break;
                case YamlMapping mapping:
                    foreach (var entry in mapping.Entries)
                    {
                        waiting.Push(entry.Value);
                        if (withKeys)
                            waiting.Push(entry.Key);
                    }

                    break;
                case YamlSequence list:
                    foreach (var item in list.Items)
                        waiting.Push(item);
                    break;
            }
        }
    }
}
