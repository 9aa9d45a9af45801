using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>Where paths in compose files lead. Compose specification, <c>build</c>; compose-go, paths.</summary>
internal static class ComposePaths
{
    /// <summary>The name that Docker looks for when none is given.</summary>
    private const string DefaultName = "Dockerfile";

    private static readonly ImmutableArray<string> RemotePrefixes = ["https://", "http://", "git://", "ssh://", "github.com/", "git@", "service:"];

    /// <summary>The file or folder that a path names; null for one that is computed, remote or below somebody's home.</summary>
    public static DocumentPath? Local(ComposeSource source, TextValue path) =>
        path is { IsDynamic: false, Text: { Length: > 0 } text } && !IsRemote(text) && !IsOfHome(text) ? source.Folder?.Resolve(text) : null;

    /// <summary>The context: relative to the folder of the project (of a file that is extended or included: its own), which is also the default.</summary>
    /// <param name="service">The service, which has a build.</param>
    /// <param name="folder">The project directory.</param>
    public static BuildContext Context(ComposeService service, DocumentPath? folder)
    {
        var given = service.Build!.Find("context") as ComposeScalar;
        if (given is { IsDefault: true })
            return new BuildContext(given.Source.Folder, null);
        if (given is null or { IsNull: true, IsMissing: false })
            return new BuildContext(service.IsPartial ? null : folder, null);
        var value = given.Value;
        if (value is { Text: "", IsDynamic: false })
            return new BuildContext(service.IsPartial ? null : folder, value);
        return new BuildContext(Local(given.Source, value), value) { From = given.Source.Folder };
    }

    /// <summary>The Dockerfile: relative to the context; <c>Dockerfile</c> when nothing is given.</summary>
    /// <param name="service">The service, which has a build.</param>
    /// <param name="context">Its context.</param>
    /// <param name="folder">The project directory.</param>
    public static DockerfileChoice Dockerfile(ComposeService service, BuildContext context, DocumentPath? folder)
    {
        var build = service.Build!;
        var key = service.Body.Entries.First(entry => entry.Name == "build").Key;
        if (build.Scalar("dockerfile_inline") is { WholeText.Length: > 0 } inline)
        {
            return new DockerfileChoice
            {
                Candidates = inline.Embedded is { } embedded ? [embedded.Path] : [],
                Embedded = inline.Embedded,
                Blame = build.Entries.First(entry => entry.Name == "dockerfile_inline").Key.Place,
                IsInline = true,
                Inline = inline.Value with { Text = inline.WholeText },
            };
        }

        var value = build.Find("dockerfile") is ComposeScalar { } given && (given.IsMissing || !given.IsNull) ? given.Value : null;
        return new DockerfileChoice
        {
            Candidates = value is null && service.IsPartial ? [] : Candidates(context, value, folder),
            Value = value,
            Blame = value is { Span.IsEmpty: false } ? value.Place
                : context.Value is { Span.IsEmpty: false } words ? words.Place
                : key.Place,
        };
    }

    /// <summary>The Dockerfile of a build with the places at which it is if paths of its file count from one of some folders.</summary>
    public static DockerfileChoice SeenFrom(ImmutableArray<DocumentPath> folders, BuildTarget target)
    {
        var choice = target.Dockerfile;
        var isFixed = choice.IsInline || choice.Value is { Text: ['/', ..] } || target.Context.Value is { Text: ['/', ..] };
        return isFixed || target.File.Parent is not { } home || target.Context is { From: { } start } && !start.Equals(home)
            ? choice
            : choice with { Elsewhere = [.. folders.SelectMany(folder => choice.Candidates.SelectMany(path => PathsFrom(folder, path.RelativeTo(home)))).Except(choice.Candidates).Distinct()] };
    }

    /// <summary>Where a path leads from a folder, and if it leads out of where it begins also from any folder in that one (<c>-f docker/compose.yaml -f x/compose.tests.yaml</c>).</summary>
    private static IEnumerable<DocumentPath> PathsFrom(DocumentPath folder, string path)
    {
        const string up = "../";
        yield return folder.Resolve(path);
        if (path.StartsWith(up, StringComparison.Ordinal))
            yield return folder.Resolve(path[up.Length..]);
    }

    private static ImmutableArray<DocumentPath> Candidates(BuildContext context, TextValue? value, DocumentPath? home)
    {
        var text = string.IsNullOrEmpty(value?.Text) ? DefaultName : value.Text;
        if (value is { IsDynamic: true })
            return [];
        // An absolute path needs no context, unless it is one inside a remote context.
        var isContextRemote = context.Value is { IsDynamic: false } where && IsRemote(where.Text);
        var folder = context.Folder ?? (text.StartsWith('/') && !isContextRemote ? home : null);
        if (folder?.Resolve(text) is not { } path)
            return [];
        // BuildKit: who asks for "Dockerfile" is content with "dockerfile".
        return path.Name == DefaultName && path.Parent is { } parent ? [path, parent.Resolve("dockerfile")] : [path];
    }

    private static bool IsRemote(string text) =>
        text.Contains("://", StringComparison.Ordinal) || RemotePrefixes.Any(prefix => text.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>compose-go: whatever begins with a tilde lies below the home folder, which the server does not know.</summary>
    private static bool IsOfHome(string text) => text.StartsWith('~');
}
