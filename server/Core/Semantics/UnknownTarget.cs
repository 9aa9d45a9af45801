using Dockstage.Core.Text;

namespace Dockstage.Core.Semantics;

/// <summary>A target that a Dockerfile has not.</summary>
public static class UnknownTarget
{
    /// <summary>BuildKit's text, with the name that was perhaps meant.</summary>
    /// <param name="model">The Dockerfile.</param>
    /// <param name="name">The target as written.</param>
    public static string BuildKitText(DockerfileModel model, string name)
    {
        var suggestion = model.SuggestTarget(name) is { } near ? $" (did you mean {near}?)" : "";
        return $"target stage {QuotedText.Of(name)} could not be found{suggestion}";
    }
}
