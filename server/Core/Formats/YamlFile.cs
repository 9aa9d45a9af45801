using System.Collections.Immutable;

namespace Dockstage.Core.Formats;

/// <summary>What a YAML text holds.</summary>
/// <param name="Documents">The root of each document that has one, in order.</param>
/// <param name="IsBroken">Whether the text is not YAML as it stands, and what could be read around the broken places is given.</param>
public sealed record YamlFile(ImmutableArray<YamlNode> Documents, bool IsBroken);
