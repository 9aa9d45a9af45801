using System.Globalization;
using System.Text;
using Dockstage.Core.Rules;

namespace Dockstage.Cli.Check;

/// <summary>
/// Findings as workflow commands of GitHub Actions, which shows them beside the changed lines: <c>::error file=…,line=…::message</c>. GitHub finds a
/// file by its path from the root of the repository.
/// </summary>
internal static class GitHubReport
{
    /// <summary>The report: a line for each finding.</summary>
    public static string Of(CheckReport report)
    {
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            var (start, end) = (finding.Start, finding.End);
            text.Append("::").Append(CommandFor(finding.Diagnostic.Severity)).Append(" file=").Append(Property(finding.Shown));
            text.Append(CultureInfo.InvariantCulture, $",line={start.Line},endLine={end.Line}");
            // GitHub does not take columns of a span over several lines.
            if (start.Line == end.Line)
                text.Append(CultureInfo.InvariantCulture, $",col={start.Character},endColumn={end.Character}");
            text.Append(",title=").Append(Property(finding.Diagnostic.Code)).Append("::");
            text.Append(Data(finding.Diagnostic.Message.In(report.Language))).Append('\n');
        }

        return text.ToString();
    }

    private static string CommandFor(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    /// <summary>As <c>@actions/core</c> does.</summary>
    private static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
