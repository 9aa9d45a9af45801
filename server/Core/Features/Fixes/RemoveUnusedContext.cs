using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// Removes the line of a named context that nothing refers to. Only a line that is one of several of its kind and says nothing else: no list is
/// left empty, no anchor lost. It is not preferred, because the name may be misspelt in the Dockerfile instead.
/// </summary>
public sealed class RemoveUnusedContext : IFix
{
    /// <inheritdoc/>
    public bool IsFor(IRule rule) => rule is UnusedContext;

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        if (LineOf(request.Text, request.Span) is { } line)
            yield return new CodeFix(MessageTable.FixRemove.With(request.Text.ToString(request.Span)), () => request.Change(new TextEdit(line, "")));
    }

    /// <summary>The line with its line end, or null.</summary>
    private static TextSpan? LineOf(SourceText text, TextSpan name)
    {
        var number = text.LineAt(name.Start);
        var line = text.LineSpan(number);
        var before = text.ToString(TextSpan.Between(line.Start, name.Start));
        var isItem = before.TrimStart(' ') is "- " or "- \"" or "- '";
        var isEntry = before.TrimStart(' ') is "" or "\"" or "'";
        var behind = name.End <= line.End ? text.ToString(TextSpan.Between(name.End, line.End)) : "";
        var value = behind.TrimStart('"', '\'').TrimStart('=', ':').Trim();
        if ((!isItem && !isEntry) || value.Length == 0 || value[0] is '&' or '|' or '>' or '{' or '[')
            return null;
        var indent = Indent(before);
        if (number + 1 >= text.LineCount || IndentAt(text, number + 1) is { } below && below > indent)
            return null;
        return IsSibling(text, number - 1, indent, isItem) || IsSibling(text, number + 1, indent, isItem)
            ? TextSpan.Between(line.Start, text.LineSpan(number + 1).Start)
            : null;
    }

    private static bool IsSibling(SourceText text, int number, int indent, bool isItem)
    {
        if (number < 0 || IndentAt(text, number) != indent)
            return false;
        var line = text.ToString(text.LineSpan(number)).TrimStart(' ');
        return line[0] != '#' && line.StartsWith("- ", StringComparison.Ordinal) == isItem;
    }

    /// <summary>How far a line is indented; null for a line without words or beyond the text.</summary>
    private static int? IndentAt(SourceText text, int number)
    {
        if (number >= text.LineCount)
            return null;
        var line = text.ToString(text.LineSpan(number)).TrimEnd();
        return line.Length == 0 ? null : Indent(line);
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;
}
