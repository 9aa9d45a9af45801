using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// The lines at the top of a Dockerfile above which nothing may be written: byte order mark, shebang, directives. Of the directives
/// BuildKit looks for <c>check</c> among those in the first column only, behind a shebang too (<c>parser/directives.go</c>).
/// </summary>
internal sealed record Preamble
{
    private static readonly string[] Keys = ["syntax", "escape", "check"];

    /// <summary>Offset behind the last of these lines.</summary>
    public required int End { get; init; }

    /// <summary>Where a further directive would be found by BuildKit: behind the last one in the first column.</summary>
    public required int DirectivesEnd { get; init; }

    /// <summary>The options that BuildKit reads behind <c># check=</c>, up to the first blank; null when there are none.</summary>
    public required TextSpan? Check { get; init; }

    /// <summary>That of a file.</summary>
    public static Preamble Of(SourceText text)
    {
        var all = text.ToString();
        var at = all.StartsWith('\uFEFF') ? 1 : 0;
        if (all.AsSpan(at).StartsWith("#!"))
            at = LineEnd(all, at);
        var directivesEnd = at;
        TextSpan? check = null;
        var isFirstColumn = true;
        var seen = new HashSet<string>();
        while (at < all.Length && Read(all, at, out var isIndented) is { } directive && seen.Add(directive.Key))
        {
            at = LineEnd(all, at);
            isFirstColumn &= !isIndented;
            if (!isFirstColumn)
                continue;
            directivesEnd = at;
            if (directive.Key == "check")
                check = directive.Value;
        }

        return new Preamble { End = at, DirectivesEnd = directivesEnd, Check = check };
    }

    private static int LineEnd(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length;

    private static (string Key, TextSpan Value)? Read(string text, int start, out bool isIndented)
    {
        var lineEnd = LineEnd(text, start);
        var mark = SkipBlanks(text, start, lineEnd);
        isIndented = mark > start;
        if (mark == lineEnd || text[mark] != '#')
            return null;
        var key = SkipBlanks(text, mark + 1, lineEnd);
        var keyEnd = key;
        while (keyEnd < lineEnd && char.IsAsciiLetterOrDigit(text[keyEnd]))
            keyEnd++;
        var equals = SkipBlanks(text, keyEnd, lineEnd);
        if (equals == lineEnd || text[equals] != '=' || !Keys.Contains(text[key..keyEnd].ToLowerInvariant()))
            return null;
        var value = SkipBlanks(text, equals + 1, lineEnd);
        var valueEnd = value;
        while (valueEnd < lineEnd && !char.IsWhiteSpace(text[valueEnd]))
            valueEnd++;
        return value == valueEnd ? null : (text[key..keyEnd].ToLowerInvariant(), TextSpan.Between(value, valueEnd));
    }

    private static int SkipBlanks(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
