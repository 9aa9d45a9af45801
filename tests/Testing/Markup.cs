using System.Collections.Immutable;
using System.Text;
using Dockstage.Core.Text;

namespace Dockstage.Testing;

/// <summary>
/// Reads texts that carry their own coordinates, so that no test ever counts columns.
/// <list type="table">
/// <listheader><term>mark</term><description>means</description></listheader>
/// <item><term><c>&lt;|&gt;</c></term><description>the cursor</description></item>
/// <item><term><c>[|text|]</c></term><description>an expected or selected span</description></item>
/// <item><term><c>{|name:text|}</c></term><description>a span with a name</description></item>
/// <item><term><c>//- path</c></term><description>on a line of its own: the next file begins</description></item>
/// </list>
/// Spans nest and may be empty. A plain <c>|</c>, <c>$0</c> or <c>$$</c> is ordinary text.
/// </summary>
public static class Markup
{
    /// <summary>The folder in which the files of a marked text lie.</summary>
    public static DocumentPath Root { get; } = DocumentPath.FromUri("file:///w");

    /// <summary>Reads one or several marked files. A text without a header is one file called <paramref name="defaultPath"/>.</summary>
    /// <param name="text">The marked text.</param>
    /// <param name="defaultPath">Path for text before the first header.</param>
    /// <param name="lineEnd">Every LF of the text becomes this, to run the same test with CR LF.</param>
    public static ImmutableArray<MarkedFile> Parse(string text, string defaultPath = "Dockerfile", string lineEnd = "\n")
    {
        var files = ImmutableArray.CreateBuilder<MarkedFile>();
        var path = defaultPath;
        var body = new StringBuilder();
        var hasHeader = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("//- ", StringComparison.Ordinal))
            {
                if (hasHeader || body.Length > 0)
                    files.Add(ParseFile(path, body, lineEnd));
                body.Clear();
                path = line[4..].Trim();
                hasHeader = true;
                continue;
            }

            body.Append(line).Append('\n');
        }

        files.Add(ParseFile(path, body, lineEnd));
        return files.ToImmutable();
    }

    /// <summary>Reads a single marked file.</summary>
    public static MarkedFile ParseOne(string text, string defaultPath = "Dockerfile", string lineEnd = "\n") =>
        Parse(text, defaultPath, lineEnd).Single();

    /// <summary>Puts <c>[|…|]</c> marks around spans, for an expectation that reads like its input.</summary>
    public static string Render(string text, IEnumerable<TextSpan> spans)
    {
        var builder = new StringBuilder(text);
        foreach (var span in spans.OrderByDescending(s => s.Start))
            builder.Insert(span.End, "|]").Insert(span.Start, "[|");
        return builder.ToString();
    }

    private static MarkedFile ParseFile(string path, StringBuilder marked, string lineEnd)
    {
        // The line end that splitting added behind the last line was not written by the test.
        var text = marked.ToString(0, marked.Length - 1).Replace("\n", lineEnd, StringComparison.Ordinal);
        var plain = new StringBuilder(text.Length);
        var open = new Stack<(string? Name, int Start)>();
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var named = ImmutableArray.CreateBuilder<KeyValuePair<string, TextSpan>>();
        int? cursor = null;
        for (var i = 0; i < text.Length;)
        {
            var rest = text.AsSpan(i);
            if (rest.StartsWith("<|>"))
            {
                if (cursor is not null)
                    throw new FormatException($"two cursors in {path}");
                cursor = plain.Length;
                i += 3;
            }
            else if (rest.StartsWith("[|"))
            {
                open.Push((null, plain.Length));
                i += 2;
            }
            else if (rest.StartsWith("{|") && rest.IndexOf(':') is > 2 and var colon)
            {
                open.Push((rest[2..colon].ToString(), plain.Length));
                i += colon + 1;
            }
            else if (rest.StartsWith("|]") || rest.StartsWith("|}"))
            {
                if (!open.TryPop(out var mark) || (mark.Name is null) != (rest[1] == ']'))
                    throw new FormatException($"unbalanced mark in {path} at {i}");
                var span = TextSpan.Between(mark.Start, plain.Length);
                if (mark.Name is null)
                    spans.Add(span);
                else
                    named.Add(new(mark.Name, span));
                i += 2;
            }
            else
            {
                plain.Append(text[i++]);
            }
        }

        if (open.Count > 0)
            throw new FormatException($"a mark is not closed in {path}");
        return new MarkedFile(
            Root.Resolve(path), plain.ToString(), cursor, [.. spans.OrderBy(s => s.Start)], [.. named.OrderBy(n => n.Value.Start)]);
    }
}
