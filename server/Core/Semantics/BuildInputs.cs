using System.Collections.Immutable;

namespace Dockstage.Core.Semantics;

/// <summary>What a build adds to the text of a Dockerfile, and what may so change what the text means.</summary>
public sealed record BuildInputs
{
    /// <summary>A build that adds nothing: the default target, no arguments, no contexts.</summary>
    public static BuildInputs None { get; } = new();

    /// <summary>The target as written, or null for none. It is <c>TARGETSTAGE</c>, in the letter case in which it is written.</summary>
    public string? Target { get; init; }

    /// <summary>
    /// The build arguments. BuildKit: one counts only where the file declares it with ARG, and there beats the default; its value is taken
    /// as it is, nothing in it is expanded.
    /// </summary>
    public ImmutableDictionary<string, string> Args { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The named contexts.</summary>
    public NamedContexts Contexts { get; init; } = NamedContexts.None;
}
