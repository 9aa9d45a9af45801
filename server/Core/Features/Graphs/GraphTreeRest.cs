namespace Dockstage.Core.Features.Graphs;

/// <summary>Where a <see cref="GraphTree"/> writes out what a node needs.</summary>
public enum GraphTreeRest
{
    /// <summary>Below its line; or it needs nothing.</summary>
    None,

    /// <summary>Further up.</summary>
    Above,

    /// <summary>Further down, in a tree of its own.</summary>
    Below,
}
