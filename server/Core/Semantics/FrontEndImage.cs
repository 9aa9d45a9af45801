namespace Dockstage.Core.Semantics;

/// <summary>The image that <c># syntax=</c> names.</summary>
internal static class FrontEndImage
{
    /// <summary>The value that forces the front end built into BuildKit.</summary>
    private const string BuiltIn = "dockerfile.v0";

    private static readonly string[] Dockers = ["docker/dockerfile", "docker/dockerfile-upstream"];

    /// <summary>
    /// Whether an image reads Dockerfiles as BuildKit does: Docker's own, from Docker Hub or from any mirror of it. Of any other front end
    /// nothing is known, not even that its files are Dockerfiles.
    /// </summary>
    public static bool IsDockers(string image)
    {
        var repository = image.Split('@')[0];
        var tag = repository.LastIndexOf(':');
        if (tag > repository.LastIndexOf('/'))
            repository = repository[..tag];
        return repository == BuiltIn
            || Dockers.Any(name => repository == name || repository.EndsWith("/" + name, StringComparison.Ordinal));
    }
}
