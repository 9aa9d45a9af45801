using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dockstage.Core.Documents;
using Dockstage.Core.Rules;
using Dockstage.Core.Text;
using Dockstage.LanguageServer;

namespace Dockstage.Cli.Check;

/// <summary>
/// Findings as SARIF 2.1.0 (OASIS), for code scanning. Paths are relative to <c>%SRCROOT%</c>; columns count UTF-16 units.
/// </summary>
internal sealed class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private const string RootId = "%SRCROOT%";

    private readonly CheckReport _report;
    private readonly Utf8JsonWriter _writer;
    private readonly ImmutableArray<IRule> _rules;

    private SarifReport(CheckReport report, Utf8JsonWriter writer)
    {
        _report = report;
        _writer = writer;
        _rules = [.. report.Findings.Select(finding => finding.Diagnostic.Rule).Distinct().OrderBy(rule => rule.Code, StringComparer.Ordinal)];
    }

    /// <summary>The report.</summary>
    public static string Of(CheckReport report) => JsonText.Write(writer => new SarifReport(report, writer).Write());

    private void Write() => Object(null, () =>
    {
        _writer.WriteString("$schema", Schema);
        _writer.WriteString("version", "2.1.0");
        Array("runs", () => Object(null, Run));
    });

    private void Run()
    {
        Object("tool", () => Object("driver", Driver));
        _writer.WriteString("columnKind", "utf16CodeUnits");
        Object("originalUriBaseIds", () => Object(RootId, () => _writer.WriteString("uri", _report.Root.Uri.TrimEnd('/') + "/")));
        Array("invocations", () => Object(null, Invocation));
        Array("results", Results);
    }

    private void Driver()
    {
        _writer.WriteString("name", "Dockstage");
        _writer.WriteString("semanticVersion", Product.Version);
        _writer.WriteString("informationUri", Product.RepositoryUrl);
        Array("rules", () =>
        {
            foreach (var rule in _rules)
                Object(null, () => Rule(rule));
        });
    }

    private void Rule(IRule rule)
    {
        _writer.WriteString("id", rule.Code);
        Text("shortDescription", RuleSummary.Of(rule));
        Object("fullDescription", () =>
        {
            _writer.WriteString("text", rule.Page.Finds.ReplaceLineEndings("\n").Trim());
            _writer.WriteString("markdown", rule.Page.Finds.ReplaceLineEndings("\n").Trim());
        });
        Object("help", () =>
        {
            _writer.WriteString("text", rule.Page.Matters.ReplaceLineEndings("\n").Trim());
            _writer.WriteString("markdown", rule.Page.Matters.ReplaceLineEndings("\n").Trim());
        });
        _writer.WriteString("helpUri", RuleUrl.Of(rule, Product.RepositoryUrl));
        Object("defaultConfiguration", () => _writer.WriteString("level", LevelOf(rule.DefaultSeverity)));
    }

    /// <summary>SARIF 3.20: files that could not be read are notifications of the tool, and then the run did not do all it should.</summary>
    private void Invocation()
    {
        _writer.WriteBoolean("executionSuccessful", _report.Problems.IsEmpty);
        if (_report.Problems.IsEmpty)
            return;
        Array("toolExecutionNotifications", () =>
        {
            foreach (var problem in _report.Problems)
            {
                Object(null, () =>
                {
                    _writer.WriteString("level", "error");
                    Text("message", problem.In(_report.Language));
                });
            }
        });
    }

    private void Results()
    {
        var seen = new Dictionary<(string Path, string Code, string Line), int>();
        foreach (var finding in _report.Findings)
            Object(null, () => Result(finding, Fingerprint(finding, seen)));
    }

    private void Result(CheckedFinding finding, string fingerprint)
    {
        var diagnostic = finding.Diagnostic;
        _writer.WriteString("ruleId", diagnostic.Code);
        _writer.WriteNumber("ruleIndex", _rules.IndexOf(diagnostic.Rule));
        _writer.WriteString("level", LevelOf(diagnostic.Severity));
        Text("message", diagnostic.Message.In(_report.Language));
        Array("locations", () => Object(null, () => Location(finding.Document, diagnostic.Span)));
        var related = diagnostic.Related
            .Select(place => (Place: place, _report.Workspace.Find(place.Path).Document)).Where(pair => pair.Document is not null).ToList();
        if (related.Count > 0)
        {
            Array("relatedLocations", () =>
            {
                foreach (var (place, document) in related)
                {
                    Object(null, () =>
                    {
                        Location(document!, place.Span);
                        Text("message", place.Message.In(_report.Language));
                    });
                }
            });
        }

        Object("partialFingerprints", () => _writer.WriteString("primaryLocationLineHash", fingerprint));
        if (diagnostic.Replacement is { } replacement)
            Array("fixes", () => Object(null, () => Fix(finding, replacement)));
    }

    private void Fix(CheckedFinding finding, string replacement) => Array("artifactChanges", () => Object(null, () =>
    {
        Artifact(finding.Document.Path);
        Array("replacements", () => Object(null, () =>
        {
            Region("deletedRegion", finding.Document, finding.Diagnostic.Span);
            Text("insertedContent", replacement);
        }));
    }));

    private void Location(Document document, TextSpan span) => Object("physicalLocation", () =>
    {
        Artifact(document.Path);
        Region("region", document, span);
    });

    /// <summary>SARIF 3.4: a URI reference; one outside the root is absolute.</summary>
    private void Artifact(DocumentPath path) => Object("artifactLocation", () =>
    {
        if (path.IsWithin(_report.Root))
        {
            _writer.WriteString("uri", string.Join('/', path.RelativeTo(_report.Root).Split('/').Select(Uri.EscapeDataString)));
            _writer.WriteString("uriBaseId", RootId);
        }
        else
        {
            _writer.WriteString("uri", path.Uri);
        }
    });

    /// <summary>SARIF 3.30: lines and columns from 1, the end column is the first outside; offsets from 0.</summary>
    private void Region(string name, Document document, TextSpan span) => Object(name, () =>
    {
        var (start, end) = (CheckedFinding.Place(document, span.Start), CheckedFinding.Place(document, span.End));
        _writer.WriteNumber("startLine", start.Line);
        _writer.WriteNumber("startColumn", start.Character);
        _writer.WriteNumber("endLine", end.Line);
        _writer.WriteNumber("endColumn", end.Character);
        _writer.WriteNumber("charOffset", span.Start);
        _writer.WriteNumber("charLength", span.Length);
    });

    private void Text(string name, string text) => Object(name, () => _writer.WriteString("text", text));

    private void Object(string? name, Action content)
    {
        if (name is null)
            _writer.WriteStartObject();
        else
            _writer.WriteStartObject(name);
        content();
        _writer.WriteEndObject();
    }

    private void Array(string name, Action content)
    {
        _writer.WriteStartArray(name);
        content();
        _writer.WriteEndArray();
    }

    /// <summary>
    /// Recognises a finding again when lines are added above it: the text of its line, and which of the equal lines with the same rule it is.
    /// GitHub compares it within one file and rule, under this name.
    /// </summary>
    private static string Fingerprint(CheckedFinding finding, Dictionary<(string Path, string Code, string Line), int> seen)
    {
        var text = finding.Document.Text;
        var line = text.ToString(text.LineSpan(finding.Start.Line - 1)).Trim();
        var key = (finding.Shown, finding.Diagnostic.Code, line);
        seen[key] = seen.GetValueOrDefault(key) + 1;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Diagnostic.Code}\n{line}"));
        return $"{Convert.ToHexStringLower(hash.AsSpan(0, 8))}:{seen[key]}";
    }

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Off => "none",
        _ => "note",
    };
}
