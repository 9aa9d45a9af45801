namespace Dockstage.Core.Documents;

/// <summary>
/// What is known about a path. "Does not exist" is an answer, not an error; "nobody has looked yet" is a third thing, about which no
/// rule may complain.
/// </summary>
public readonly struct DocumentState
{
    private readonly bool _looked;

    private DocumentState(Document? document, bool looked)
    {
        Document = document;
        _looked = looked;
    }

    /// <summary>Nobody has looked: a file outside what was read so far, or a document that is no file.</summary>
    public static DocumentState Unknown => default;

    /// <summary>There is certainly no such file.</summary>
    public static DocumentState Absent { get; } = new(null, looked: true);

    /// <summary>The document, when it is known.</summary>
    public Document? Document { get; }

    /// <summary>Whether it certainly does not exist.</summary>
    public bool IsAbsent => _looked && Document is null;

    /// <summary>Whether nobody has looked yet.</summary>
    public bool IsUnknown => !_looked;

    /// <summary>A known document.</summary>
    public static DocumentState Known(Document document) => new(document, looked: true);
}
