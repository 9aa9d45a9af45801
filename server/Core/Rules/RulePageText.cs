using System.Text;

namespace Dockstage.Core.Rules;

/// <summary>Makes the Markdown page of a rule. A test checks that the pages in docs/rules are these.</summary>
public static class RulePageText
{
    /// <summary>Lines of examples that are longer are shown cut.</summary>
    private const int LongestLine = 200;

    private const int ShownOfLongLine = 60;

    private const string FileMark = "//- ";

    /// <summary>The page of one rule. Lines end with LF.</summary>
    public static string Of(IRule rule)
    {
        var page = new StringBuilder();
        page.Append($"# {rule.Code}\n\n{Kind(rule)}\n");
        Section("What it finds", rule.Page.Finds);
        Section("Why it matters", rule.Page.Matters);
        Section("Example", $"Wrong:\n\n{Example(rule.Page.Bad)}\n\nRight:\n\n{Example(rule.Page.Good)}");
        Section("How to silence it", Silence(rule));
        return page.ToString();

        void Section(string title, string text) => page.Append($"\n## {title}\n\n{Normalize(text)}\n");
    }

    /// <summary>The page that lists all rules. Lines end with LF.</summary>
    public static string Index(IEnumerable<IRule> rules)
    {
        var page = new StringBuilder("# Rules\n");
        foreach (var group in rules.GroupBy(rule => rule.Origin).OrderBy(group => group.Key))
        {
            page.Append($"\n## {Heading(group.Key)}\n\n| rule | severity |\n|---|---|\n");
            foreach (var rule in group.OrderBy(rule => rule.Code, StringComparer.Ordinal))
                page.Append($"| [{rule.Code}]({rule.Code}.md) | {SeverityOf(rule)} |\n");
        }

        return page.ToString();
    }

    private static string Heading(RuleOrigin origin) => origin switch
    {
        RuleOrigin.BuildKitRefusal => "What BuildKit refuses",
        RuleOrigin.BuildKitLint => "The rules of `docker build --check`",
        _ => "Dockstage's own",
    };

    private static string Kind(IRule rule) => rule.Origin switch
    {
        RuleOrigin.BuildKitRefusal => $"Severity: {SeverityOf(rule)}. BuildKit refuses to build such a file; the message is BuildKit's own.",
        RuleOrigin.BuildKitLint when RuleUrl.DockersPage(rule) is { } url =>
            $"Severity: {SeverityOf(rule)}. A rule of `docker build --check`; [Docker's page about it]({url}).",
        RuleOrigin.BuildKitLint => $"Severity: {SeverityOf(rule)}. A rule of `docker build --check`.",
        _ => $"Severity: {SeverityOf(rule)}. A rule of Dockstage.",
    };

    private static string SeverityOf(IRule rule) => rule switch
    {
        LintRule { IsExperimental: true } => "warning (off unless `# check=experimental=` turns it on)",
        LintRule => "warning (error under `# check=error=true`)",
        _ => rule.DefaultSeverity.ToString().ToLowerInvariant(),
    };

    private static string Silence(IRule rule)
    {
        var text = new StringBuilder($"In the settings:\n\n```json\n\"dockstage.rules\": {{ \"{rule.Code}\": \"off\" }}\n```");
        if (rule is LintRule lint)
        {
            text.Append($"\n\nIn the Dockerfile, for Docker too, as its first line:\n\n```dockerfile\n# check=skip={rule.Code}\n```");
            if (lint.HonoursInlineSkip)
                text.Append("\n\nBuildKit 0.27 and later also take this line right above an instruction, for that instruction alone.");
        }

        return text.ToString();
    }

    private static string Example(string text)
    {
        var files = Normalize(text);
        if (!files.StartsWith(FileMark, StringComparison.Ordinal))
            return Fenced("dockerfile", files);
        var blocks = files[FileMark.Length..].Split("\n" + FileMark).Select(file =>
        {
            var lineEnd = file.IndexOf('\n', StringComparison.Ordinal);
            var (path, content) = lineEnd < 0 ? (file, "") : (file[..lineEnd].Trim(), file[(lineEnd + 1)..]);
            return $"`{path}`:\n\n{Fenced(LanguageOf(path), content.TrimEnd())}";
        });
        return string.Join("\n\n", blocks);
    }

    private static string LanguageOf(string path) => path[(path.LastIndexOf('.') + 1)..] switch
    {
        "yaml" or "yml" => "yaml",
        "json" => "json",
        "dockerignore" => "text",
        _ => "dockerfile",
    };

    private static string Fenced(string language, string text) => $"```{language}\n{string.Join('\n', text.Split('\n').Select(Shortened))}\n```";

    private static string Shortened(string line) => line.Length <= LongestLine ? line : line[..ShownOfLongLine] + "…";

    private static string Normalize(string text) => text.ReplaceLineEndings("\n").Trim();
}
