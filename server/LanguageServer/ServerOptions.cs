using Dockstage.Core.Messages;

namespace Dockstage.LanguageServer;

/// <summary>What the executable decides about the server.</summary>
public sealed record ServerOptions
{
    /// <summary>The product's version.</summary>
    public required string Version { get; init; }

    /// <summary>The language to speak, or null to speak the client's.</summary>
    public Language? Language { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether a process is alive.</summary>
    public Func<int, bool> IsAlive { get; init; } = Session.ParentProcess.IsAlive;
}
