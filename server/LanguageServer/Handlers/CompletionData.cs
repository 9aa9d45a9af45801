namespace Dockstage.LanguageServer.Handlers;

/// <summary>What completion items carry, the same for all of one list, for <c>completionItem/resolve</c>.</summary>
internal sealed record CompletionData
{
    /// <summary>The document in which it is offered.</summary>
    public required string Document { get; init; }

    /// <summary>The Dockerfile that declares the stage.</summary>
    public required string Dockerfile { get; init; }

    /// <summary>Where in that file the Dockerfile is written, if it is no file of its own.</summary>
    public int? Inside { get; init; }

    /// <summary>The stage that the item's label means is the last one of that label with an index below this.</summary>
    public required int Above { get; init; }
}
