namespace Dockstage.Core.Documents;

/// <summary>
/// What is known about a path. "Does not exist" is an answer, not an error; "nobody has looked yet" and "it is there but is no text" are
/// other things, about which no rule may complain.
/// </summary>
public readonly struct DocumentState
{
    private readonly Knowledge _knowledge;

    private DocumentState(Knowledge knowledge, Document? document = null)
    {
        _knowledge = knowledge;
        Document = document;
    }

    private enum Knowledge
    {
        Unknown,
        Absent,
        Unreadable,
        Known,
    }

    /// <summary>Nobody has looked: a file outside what was read so far, or a document that is no file.</summary>
    public static DocumentState Unknown => default;

    /// <summary>There is certainly no such file.</summary>
    public static DocumentState Absent { get; } = new(Knowledge.Absent);

    /// <summary>There is something, but no text to be had: a binary file, a huge one, one without permission.</summary>
    public static DocumentState Unreadable { get; } = new(Knowledge.Unreadable);

    /// <summary>The document, when it is known.</summary>
    public Document? Document { get; }

    /// <summary>Whether it certainly does not exist.</summary>
    public bool IsAbsent => _knowledge == Knowledge.Absent;

    /// <summary>Whether nobody has looked yet.</summary>
    public bool IsUnknown => _knowledge == Knowledge.Unknown;

    /// <summary>Whether it is there without a text to be had.</summary>
    public bool IsUnreadable => _knowledge == Knowledge.Unreadable;

    /// <summary>A known document.</summary>
    public static DocumentState Known(Document document) => new(Knowledge.Known, document);
}
