using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.IgnoreFiles;

/// <summary>
/// What a <c>.dockerignore</c> says. Sources: moby/patternmatcher, <c>ignorefile.ReadAll</c> (the lines), <c>New</c> and
/// <c>MatchesOrParentMatches</c> (the patterns).
/// </summary>
public sealed class IgnoreFile
{
    /// <summary>The name of the one that holds for a whole context, and the end of the name of one that holds for a single Dockerfile.</summary>
    public const string FileName = ".dockerignore";

    private readonly ImmutableArray<IgnorePattern> _patterns;

    private IgnoreFile(ImmutableArray<IgnorePattern> patterns) => _patterns = patterns;

    /// <summary>Leaves nothing out: there is no ignore file, or an empty one.</summary>
    public static IgnoreFile Empty { get; } = new([]);

    /// <summary>Whether BuildKit refuses the build because of a pattern that makes no sense (<c>syntax error in pattern</c>).</summary>
    public bool IsRefused { get; private init; }

    /// <summary>Whether a line begins with <c>!</c> and so takes something back.</summary>
    public bool HasExceptions => _patterns.Any(pattern => pattern.IsException);

    /// <summary>Whether a pattern leaves out whatever lies in the context: <c>*</c>, <c>**</c> or <c>**/*</c>.</summary>
    public bool ExcludesAll => _patterns.Any(pattern => !pattern.IsException && pattern.Text is "*" or "**" or "**/*");

    /// <summary>Whether a document is an ignore file by its name: <c>.dockerignore</c>, <c>api.Dockerfile.dockerignore</c>.</summary>
    public static bool IsNamedSo(DocumentPath path) => path.Name.EndsWith(FileName, StringComparison.Ordinal);

    /// <summary>
    /// Where the ignore file lies that holds for one Dockerfile, whatever the context: beside it. Null for a document without a folder.
    /// </summary>
    public static DocumentPath? OfDockerfile(DocumentPath dockerfile) => dockerfile.Parent?.Resolve(dockerfile.Name + FileName);

    /// <summary>Where the ignore file of a context lies.</summary>
    public static DocumentPath OfContext(DocumentPath folder) => folder.Resolve(FileName);

    /// <summary>Reads an ignore file. Never fails; see <see cref="IsRefused"/>.</summary>
    public static IgnoreFile Read(SourceText text)
    {
        var patterns = ImmutableArray.CreateBuilder<IgnorePattern>();
        foreach (var line in text.ToString().TrimStart('\uFEFF').Split('\n'))
        {
            // What makes a comment must be the first thing in its line.
            if (line.StartsWith('#') || line.Trim() is not { Length: > 0 } written)
                continue;
            // A slash that falls away, or a dot, may bring forth another !.
            var entry = CleanPath.Of(EntryOf(written).Trim());
            if (entry == "!" || IgnorePattern.Parse(entry[(entry[0] == '!' ? 1 : 0)..], isException: entry[0] == '!') is not { } pattern)
                return Refused;
            patterns.Add(pattern);
        }

        return patterns.Count == 0 ? Empty : new IgnoreFile(patterns.DrainToImmutable());
    }

    /// <summary>
    /// Whether a file or folder is left out: the last pattern that matches it, or one of the folders in which it lies, decides. False too when
    /// that cannot be told, because a pattern has no meaning; see <see cref="IgnorePattern.Matches"/>.
    /// </summary>
    /// <param name="path">From the context, with <c>/</c>, in the form of <see cref="CleanPath"/>.</param>
    public bool Excludes(string path)
    {
        var isExcluded = false;
        foreach (var pattern in _patterns)
        {
            // A pattern that could only say what holds already is not looked at, so that one without a meaning does no harm there.
            if (pattern.IsException != isExcluded)
                continue;
            if (pattern.Matches(path) is not { } matches)
                return false;
            if (matches || ParentsOf(path).Any(parent => pattern.Matches(parent) == true))
                isExcluded = !pattern.IsException;
        }

        return isExcluded;
    }

    /// <summary>A line as a path from the context, behind <c>!</c> where it has one. A first slash means nothing.</summary>
    private static string EntryOf(string line)
    {
        var mark = line[0] == '!' ? "!" : "";
        var path = line[mark.Length..].Trim();
        if (path.Length > 0)
            path = CleanPath.Of(path);
        return mark + (path.Length > 1 && path[0] == '/' ? path[1..] : path);
    }

    private static IgnoreFile Refused { get; } = new([]) { IsRefused = true };

    /// <summary>The folders in which a path lies, from above; those of <c>/a/b</c> begin with the empty one, which <c>*</c> matches.</summary>
    private static IEnumerable<string> ParentsOf(string path)
    {
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
            yield return path[..slash];
        if (path.LastIndexOf('/') == 0)
            yield return "/";
    }
}
