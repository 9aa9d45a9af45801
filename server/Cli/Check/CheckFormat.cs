using Dockstage.Core.Rules;

namespace Dockstage.Cli.Check;

/// <summary>The formats of <c>check</c>, and the words that all of them share.</summary>
internal static class CheckFormat
{
    /// <summary>The names of the formats.</summary>
    public static readonly string[] Names = ["text", "json", "sarif", "github"];

    /// <summary>The names of the severities, the gravest first.</summary>
    public static readonly string[] Severities = ["error", "warning", "info", "hint"];

    /// <summary>A severity of a finding by its name.</summary>
    public static Severity SeverityNamed(string name) => name switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "info" => Severity.Info,
        _ => Severity.Hint,
    };

    /// <summary>The name of a severity. It is the same in all languages: other programs read it.</summary>
    public static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => "hint",
    };

    /// <summary>The report in one of the formats.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="report">The report.</param>
    /// <param name="isColoured">Whether the reader is a person at a terminal.</param>
    public static string Write(string name, CheckReport report, bool isColoured) => name switch
    {
        "json" => JsonReport.Of(report),
        "sarif" => SarifReport.Of(report),
        "github" => GitHubReport.Of(report),
        _ => TextReport.Of(report, isColoured),
    };
}
