using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>
/// The name that a file gives to the image it builds is none that Docker accepts. Source: distribution/reference, <c>ParseNormalizedNamed</c>. The
/// base of a FROM is a refusal of its own. Silent about a name with variables, and about one with <c>{{</c>, in which another tool fills something in first.
/// </summary>
public sealed class InvalidImageReference : IRule
{
    /// <inheritdoc/>
    public string Code => nameof(InvalidImageReference);

    /// <inheritdoc/>
    public RuleOrigin Origin => RuleOrigin.Dockstage;

    /// <inheritdoc/>
    public Severity DefaultSeverity => Severity.Error;

    /// <inheritdoc/>
    public RulePage Page { get; } = new()
    {
        Finds = "The image that a build makes (`image` of a compose service with a `build`, or one of its `tags`) has a name that Docker refuses.",
        Matters = """
            The build ends with `invalid reference format`, after everything has been built. A name is `[registry[:port]/]path[:tag]`:

            - the path is in lower case; its parts consist of letters and digits, joined by `.`, `_`, `__` or dashes, and begin and end with a letter or digit
            - a tag has at most 128 letters, digits, `.`, `_`, `-`, in any letter case, and begins with none of `.` and `-`
            - what stands before the first `/` is a registry if it has a `.`, a `:` or a capital letter, or is `localhost`; hence `./web` is no name

            Nothing is said of names with variables, nor of those with `{{`, which another tool fills in.
            """,
        Bad = """
            //- Dockerfile
            FROM alpine:3.20
            //- compose.yaml
            services:
              web:
                image: ./web:latest
                build: .
            """,
        Good = """
            //- Dockerfile
            FROM alpine:3.20
            //- compose.yaml
            services:
              web:
                image: web:latest
                build: .
            """,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(WorkspaceSnapshot snapshot, DocumentPath path)
    {
        var images = snapshot.BuildTargetsAt(path).SelectMany(target => target.Images).Where(image => image is { IsComputed: false } && image.File.Equals(path));
        foreach (var image in images.Where(image => image.Text.Length > 0 && !image.Text.Contains("{{", StringComparison.Ordinal)).DistinctBy(image => image.Span))
        {
            if (ImageReference.Read(image.Text, out var error) is not null)
                continue;
            yield return MeantBy(image.Text) is { } meant
                ? new Finding(image.Span, MessageTable.InvalidImageReferenceSuggest.With(image.Text, error!, meant)) { Replacement = meant }
                : new Finding(image.Span, MessageTable.InvalidImageReference.With(image.Text, error!));
        }
    }

    /// <summary>The name without what is no part of a name: a leading <c>./</c>, blanks around it, capitals in the path; null when that is not all.</summary>
    private static string? MeantBy(string text)
    {
        var name = text.Trim();
        while (name.StartsWith("./", StringComparison.Ordinal))
            name = name[2..];
        if (ImageReference.Read(name, out _) is not null)
            return name;
        var tag = name.IndexOf(':', name.LastIndexOf('/') + 1);
        var lower = tag < 0 ? name.ToLowerInvariant() : name[..tag].ToLowerInvariant() + name[tag..];
        return ImageReference.Read(lower, out _) is null ? null : lower;
    }
}
