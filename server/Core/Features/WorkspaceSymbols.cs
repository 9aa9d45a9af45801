using System.Collections.Immutable;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>Stages and build targets of all files, by name. LSP: <c>workspace/symbol</c>.</summary>
public static class WorkspaceSymbols
{
    /// <summary>
    /// Those whose name holds the letters of the query in its order, letter case not counted (LSP: clients filter further); names that
    /// begin with the query first, then names that hold it in one piece. At most <see cref="Limits.WorkspaceSymbols"/>.
    /// </summary>
    public static ImmutableArray<NamedPlace> Matching(WorkspaceSnapshot snapshot, string query) =>
    [
        .. All(snapshot)
            .Select(place => (Place: place, Rank: Rank(place.Name, query)))
            .Where(found => found.Rank is not null)
            .OrderBy(found => found.Rank)
            .ThenBy(found => found.Place.Name, StringComparer.Ordinal)
            .ThenBy(found => found.Place.File.Uri, StringComparer.Ordinal)
            .ThenBy(found => found.Place.Span.Start)
            .Select(found => found.Place)
            .Take(Limits.WorkspaceSymbols),
    ];

    private static IEnumerable<NamedPlace> All(WorkspaceSnapshot snapshot)
    {
        foreach (var path in snapshot.Paths.Concat(snapshot.Embedded.Select(embedded => embedded.Path)))
        {
            foreach (var stage in snapshot.StagesIn(path)?.Stages ?? [])
            {
                if (stage is { Name: { } name, NameSpan: { } span })
                    yield return new NamedPlace(name, NamedPlaceKind.Stage, path, span);
            }

            foreach (var target in snapshot.BuildTargetsIn(path).DistinctBy(target => (target.Name, target.NamePlace)))
            {
                if (target.Name is { } name)
                    yield return new NamedPlace(name, NamedPlaceKind.BuildTarget, target.NamePlace.File, target.NamePlace.Span);
            }
        }
    }

    private static int? Rank(string name, string query)
    {
        if (name.StartsWith(query, StringComparison.OrdinalIgnoreCase))
            return 0;
        if (name.Contains(query, StringComparison.OrdinalIgnoreCase))
            return 1;
        var at = 0;
        foreach (var unit in name)
        {
            if (at < query.Length && char.ToLowerInvariant(unit) == char.ToLowerInvariant(query[at]))
                at++;
        }

        return at == query.Length ? 2 : null;
    }
}
