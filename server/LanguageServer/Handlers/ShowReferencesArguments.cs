using Dockstage.LanguageServer.Protocol;

namespace Dockstage.LanguageServer.Handlers;

/// <summary>The argument of <c>dockstage.showReferences</c>, a command of the client.</summary>
internal sealed record ShowReferencesArguments
{
    /// <summary>The document over which the places are shown.</summary>
    public required string Uri { get; init; }

    /// <summary>The place in it.</summary>
    public required Position Position { get; init; }

    /// <summary>The places to show.</summary>
    public required Location[] Locations { get; init; }
}
