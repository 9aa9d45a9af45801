namespace Dockstage.LanguageServer.Handlers;

/// <summary>What a code action carries for <c>codeAction/resolve</c>: where the finding is, and which of its fixes this is.</summary>
internal sealed record CodeActionData
{
    /// <summary>The document in which the finding is.</summary>
    public required string Document { get; init; }

    /// <summary>The rule's code; null when everything in the document is to be fixed.</summary>
    public string? Code { get; init; }

    /// <summary>Offset of the words at fault, in UTF-16 units.</summary>
    public int Start { get; init; }

    /// <summary>Their length.</summary>
    public int Length { get; init; }

    /// <summary>The place of the fix among those of the finding.</summary>
    public int Fix { get; init; }
}
