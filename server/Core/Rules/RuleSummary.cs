namespace Dockstage.Core.Rules;

/// <summary>A rule in one line.</summary>
public static class RuleSummary
{
    /// <summary>The first sentence of what the rule finds: one line of Markdown.</summary>
    public static string Of(IRule rule)
    {
        var paragraph = rule.Page.Finds.ReplaceLineEndings("\n").Trim().Split("\n\n")[0];
        var text = string.Join(' ', paragraph.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text[..(end + 1)];
    }
}
