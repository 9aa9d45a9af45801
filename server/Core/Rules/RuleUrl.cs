using System.Text;

namespace Dockstage.Core.Rules;

/// <summary>Where a rule is explained on the web.</summary>
public static class RuleUrl
{
    private const string DockersPages = "https://docs.docker.com/go/dockerfile/rule/";

    /// <summary>BuildKit's rules without a page (<c>linter/ruleset.go</c> gives them no URL).</summary>
    private static readonly string[] WithoutPage = ["InvalidBaseImagePlatform"];

    /// <summary>The page of a rule: Docker's own for a rule of BuildKit's linter that has one, else ours.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="repository">URL of the repository that holds our pages.</param>
    public static string Of(IRule rule, string repository) =>
        DockersPage(rule) ?? $"{repository}/blob/main/docs/rules/{rule.Code}.md";

    /// <summary>Docker's own page, or null. BuildKit: the rule's name in kebab case.</summary>
    internal static string? DockersPage(IRule rule) =>
        rule.Origin == RuleOrigin.BuildKitLint && !WithoutPage.Contains(rule.Code) ? $"{DockersPages}{Kebab(rule.Code)}/" : null;

    private static string Kebab(string name)
    {
        var kebab = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            // A word begins at a capital behind a small letter, and at the last capital of a row (JSONArgs: json, args).
            var begins = i > 0 && char.IsAsciiLetterUpper(name[i])
                && (char.IsAsciiLetterLower(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1])));
            if (begins)
                kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(name[i]));
        }

        return kebab.ToString();
    }
}
