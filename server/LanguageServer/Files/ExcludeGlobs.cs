using System.Collections.Immutable;
using DotNet.Globbing;

namespace Dockstage.LanguageServer.Files;

/// <summary>
/// The globs of <c>dockstage.files.exclude</c>, written as in VS Code's own <c>files.exclude</c>: <c>*</c>, <c>**</c>, <c>?</c>,
/// <c>[a-z]</c>, <c>{a,b}</c>. A folder that matches is excluded with everything below it. A glob that cannot be read matches nothing.
/// </summary>
public sealed class ExcludeGlobs
{
    private readonly ImmutableArray<string> _patterns;
    private readonly ImmutableArray<Glob> _globs;

    private ExcludeGlobs(ImmutableArray<string> patterns)
    {
        _patterns = patterns;
        _globs = [.. patterns.SelectMany(ExpandBraces).SelectMany(WithContents).Select(TryParse).OfType<Glob>()];
    }

    /// <summary>Excludes nothing.</summary>
    public static ExcludeGlobs None { get; } = new([]);

    /// <summary>Reads globs.</summary>
    public static ExcludeGlobs From(ImmutableArray<string> patterns) => patterns.IsEmpty ? None : new ExcludeGlobs(patterns);

    /// <summary>Whether a path is excluded.</summary>
    /// <param name="relativePath">With <c>/</c>, from the folder of the workspace.</param>
    public bool Matches(string relativePath)
    {
        foreach (var glob in _globs)
        {
            if (glob.IsMatch(relativePath))
                return true;
        }

        return false;
    }

    /// <summary>Whether the globs are written alike.</summary>
    public bool IsSameAs(ExcludeGlobs other) => _patterns.SequenceEqual(other._patterns);

    /// <summary><c>{a,b}</c> is a choice; the library knows only the rest.</summary>
    private static IEnumerable<string> ExpandBraces(string pattern)
    {
        var open = pattern.IndexOf('{');
        var close = open < 0 ? -1 : pattern.IndexOf('}', open);
        if (close < 0)
            return [pattern];
        return pattern[(open + 1)..close].Split(',').SelectMany(choice => ExpandBraces(pattern[..open] + choice + pattern[(close + 1)..]));
    }

    private static IEnumerable<string> WithContents(string pattern)
    {
        var trimmed = pattern.TrimEnd('/');
        return [trimmed, trimmed + "/**"];
    }

    private static Glob? TryParse(string pattern)
    {
        try
        {
            return Glob.Parse(pattern);
        }
        catch (Exception)
        {
            // The library does not say what it throws for a pattern that it cannot read.
            return null;
        }
    }
}
