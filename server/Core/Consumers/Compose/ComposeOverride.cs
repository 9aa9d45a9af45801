using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>Which file a compose file is laid over.</summary>
internal static class ComposeOverride
{
    /// <summary>compose-go, cli/options.go: what <c>docker compose</c> looks for, in this order.</summary>
    private static readonly ImmutableArray<string> BaseNames =
        ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    /// <summary>
    /// The file below a file with an infix (<c>compose.override.yaml</c>, <c>compose.dev.yaml</c>): the base file of its folder, over
    /// which it is laid by <c>docker compose</c> itself or, as a rule, by <c>-f BASE -f FILE</c>. Null where there is none.
    /// </summary>
    public static Document? BaseOf(Document document, IDocumentSource documents)
    {
        if (document.Path.Parent is not { } folder || !ComposeConsumer.HasComposeName(document.Path) || IsBase(document.Path))
            return null;
        foreach (var name in BaseNames)
        {
            if (documents.Find(folder.Resolve(name)).Document is { } found)
                return found;
        }

        return null;
    }

    private static bool IsBase(DocumentPath path) => BaseNames.Contains(path.Name, StringComparer.OrdinalIgnoreCase);
}
