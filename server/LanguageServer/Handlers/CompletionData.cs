namespace Dockstage.LanguageServer.Handlers;

/// <summary>What a completion item carries for <c>completionItem/resolve</c>.</summary>
internal sealed record CompletionData
{
    /// <summary>The document in which it is offered.</summary>
    public required string Document { get; init; }

    /// <summary>The Dockerfile that declares the stage.</summary>
    public required string Dockerfile { get; init; }

    /// <summary>The stage's index.</summary>
    public required int Stage { get; init; }
}
