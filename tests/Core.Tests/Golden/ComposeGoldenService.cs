using System.Collections.Immutable;

namespace Dockstage.Core.Tests.Golden;

/// <summary>A service as <c>docker compose config</c> tells it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Build">What is built for it, or null.</param>
/// <param name="Image">The name of its image, or null.</param>
/// <param name="Profiles">The profiles in which it is enabled; none: always.</param>
/// <param name="DependsOn">The services that it needs.</param>
internal sealed record ComposeGoldenService(
    string Name, ComposeGoldenBuild? Build, string? Image, ImmutableArray<string> Profiles, ImmutableArray<string> DependsOn);
