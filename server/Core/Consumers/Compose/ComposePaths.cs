using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>Where a service's context and Dockerfile lie. Compose specification, <c>build</c>; compose-go, paths.</summary>
internal static class ComposePaths
{
    /// <summary>The name that Docker looks for when none is given.</summary>
    private const string DefaultName = "Dockerfile";

    private static readonly ImmutableArray<string> RemotePrefixes =
        ["https:", "http:", "git:", "ssh:", "github.com/", "git@", "service:"];

    /// <summary>The context: relative to the file's folder, which is also what it is when nothing is given.</summary>
    public static BuildContext Context(Document document, ComposeBuild build, BuildTarget? underlying)
    {
        var value = ComposeValue.Of(document.Text, build.Context);
        if (value is null && underlying is not null)
            return new BuildContext(underlying.Context.Folder, null);
        if (value is null && build.IsPartial)
            return new BuildContext(null, null);
        var text = string.IsNullOrEmpty(value?.Text) ? "." : value.Text;
        var isUnknown = value is { IsDynamic: true } || IsRemote(text) || IsOfHome(text);
        return new BuildContext(isUnknown ? null : document.Path.Parent?.Resolve(text), value);
    }

    /// <summary>The Dockerfile: relative to the context; <c>Dockerfile</c> when nothing is given.</summary>
    public static DockerfileChoice Dockerfile(Document document, ComposeBuild build, BuildContext context, BuildTarget? underlying)
    {
        if (build.Inline is { } inline)
            return new DockerfileChoice { Candidates = [], BlameSpan = inline.NameSpan, IsInline = true };

        var value = ComposeValue.Of(document.Text, build.Dockerfile);
        // What the file below says counts where this one is silent, but as text it stands in that other file.
        if (value is null && underlying is { Dockerfile.IsInline: true })
            return new DockerfileChoice { Candidates = [], BlameSpan = build.KeySpan, IsInline = true };
        return new DockerfileChoice
        {
            Candidates = value is null && build.IsPartial ? [] : Candidates(document, context, value ?? underlying?.Dockerfile.Value),
            Value = value,
            BlameSpan = value is { Span.IsEmpty: false } ? value.Span
                : context.Value is { Span.IsEmpty: false } words ? words.Span
                : build.KeySpan,
        };
    }

    private static ImmutableArray<DocumentPath> Candidates(Document document, BuildContext context, TextValue? value)
    {
        var text = string.IsNullOrEmpty(value?.Text) ? DefaultName : value.Text;
        if (value is { IsDynamic: true } || IsRemote(text) || IsOfHome(text))
            return [];
        // An absolute path needs no context, unless it is one inside a remote context.
        var isContextRemote = context.Value is { IsDynamic: false } where && IsRemote(where.Text);
        var folder = context.Folder ?? (text.StartsWith('/') && !isContextRemote ? document.Path.Parent : null);
        if (folder?.Resolve(text) is not { } path)
            return [];
        // BuildKit: who asks for "Dockerfile" is content with "dockerfile".
        return path.Name == DefaultName && path.Parent is { } parent ? [path, parent.Resolve("dockerfile")] : [path];
    }

    private static bool IsRemote(string text) =>
        text.Contains("://", StringComparison.Ordinal) || RemotePrefixes.Any(prefix => text.StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsOfHome(string text) => text == "~" || text.StartsWith("~/", StringComparison.Ordinal);
}
