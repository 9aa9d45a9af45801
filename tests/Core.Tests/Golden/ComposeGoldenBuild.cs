using System.Collections.Immutable;

namespace Dockstage.Core.Tests.Golden;

/// <summary>The <c>build</c> of a service as Compose tells it. Local paths are absolute: the set-up lies at <c>/case</c>.</summary>
/// <param name="Context">A folder or a remote context; null when the set-up says that it is empty.</param>
/// <param name="Dockerfile">Relative to the context; null when there is an inline one, and when the set-up says that it is empty.</param>
/// <param name="DockerfilePath">
/// Where the builder is told to look: absolute, within the context for a remote one; null where <paramref name="Dockerfile"/> is.
/// </param>
/// <param name="Inline">The text of the inline Dockerfile, <c>$$</c> undone, or null.</param>
/// <param name="Target">Null for none and for an empty one.</param>
/// <param name="Contexts"><c>additional_contexts</c>.</param>
/// <param name="Args">Those that have a value.</param>
/// <param name="NoCacheFilter">Stages.</param>
/// <param name="Tags">Image names.</param>
/// <param name="Platforms">As written.</param>
internal sealed record ComposeGoldenBuild(
    string? Context,
    string? Dockerfile,
    string? DockerfilePath,
    string? Inline,
    string? Target,
    ImmutableSortedDictionary<string, string> Contexts,
    ImmutableSortedDictionary<string, string> Args,
    ImmutableArray<string> NoCacheFilter,
    ImmutableArray<string> Tags,
    ImmutableArray<string> Platforms);
