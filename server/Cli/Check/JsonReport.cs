using Dockstage.Core.Rules;
using Dockstage.LanguageServer;

namespace Dockstage.Cli.Check;

/// <summary>Findings as a JSON array, one object each. Other programs rely on its shape.</summary>
internal static class JsonReport
{
    /// <summary>The report.</summary>
    public static string Of(CheckReport report) => JsonText.Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var finding in report.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("path", finding.Shown);
            writer.WriteNumber("line", finding.Start.Line);
            writer.WriteNumber("column", finding.Start.Character);
            writer.WriteNumber("endLine", finding.End.Line);
            writer.WriteNumber("endColumn", finding.End.Character);
            writer.WriteString("severity", CheckFormat.NameOf(finding.Diagnostic.Severity));
            writer.WriteString("code", finding.Diagnostic.Code);
            writer.WriteString("message", finding.Diagnostic.Message.In(report.Language));
            writer.WriteString("url", RuleUrl.Of(finding.Diagnostic.Rule, Product.RepositoryUrl));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
