using Dockstage.Core.Formats;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// The names that a service gives to the image that it builds: <c>image</c>, and <c>tags</c> of its <c>build</c>. Only what the service itself says
/// counts; what it takes over by <c>extends</c> is told of where it is written.
/// </summary>
internal static class ComposeImages
{
    /// <summary>The names in the order of the text; none for a service that leaves the name to Compose.</summary>
    public static IEnumerable<TextValue> Of(SourceText source, YamlEntry service)
    {
        if (service.Value.Resolved is not YamlMapping mapping)
            return [];
        var tags = ComposeBuild.Given((ComposeBuild.Given(mapping.Find("build")) as YamlMapping)?.Find("tags")) as YamlSequence;
        return (tags?.Items ?? []).Select(item => item.Resolved).Prepend(ComposeBuild.Given(mapping.Find("image")))
            .Select(node => ComposeValue.Of(source, node as YamlScalar)).OfType<TextValue>().Where(value => value.Text.Length > 0);
    }
}
