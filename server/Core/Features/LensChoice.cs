namespace Dockstage.Core.Features;

/// <summary>Which lenses a user wants: the settings <c>dockstage.codeLens.*</c>.</summary>
public sealed record LensChoice
{
    /// <summary>All of them.</summary>
    public static LensChoice All { get; } = new();

    /// <summary><c>codeLens.build</c>: <c>▷ Build builder</c>, <c>▷ Build web (target builder)</c>.</summary>
    public bool Build { get; init; } = true;

    /// <summary><c>codeLens.references</c>: <c>2 references</c>.</summary>
    public bool References { get; init; } = true;

    /// <summary><c>codeLens.consumers</c>: <c>used by web, api</c>.</summary>
    public bool Consumers { get; init; } = true;

    /// <summary><c>codeLens.status</c>: <c>default target</c>, <c>not built by default</c>.</summary>
    public bool Status { get; init; } = true;

    /// <summary><c>codeLens.graph</c>: <c>graph</c>.</summary>
    public bool Graph { get; init; } = true;
}
