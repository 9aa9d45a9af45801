using System.Globalization;
using System.Text;
using Dockstage.Core.Documents;
using Dockstage.Core.Rules;
using Dockstage.Core.Text;

namespace Dockstage.Cli.Check;

/// <summary>
/// Findings as a compiler writes them: <c>path:line:column: severity: message [Code]</c>, the line with carets, places that explain it, and a last
/// line that counts.
/// </summary>
internal sealed class TextReport
{
    /// <summary>The columns that a line of source may take.</summary>
    private const int Width = 100;

    private readonly CheckReport _report;
    private readonly bool _isColoured;
    private readonly StringBuilder _text = new();

    private TextReport(CheckReport report, bool isColoured) => (_report, _isColoured) = (report, isColoured);

    /// <summary>The report.</summary>
    public static string Of(CheckReport report, bool isColoured)
    {
        var text = new TextReport(report, isColoured);
        foreach (var finding in report.Findings)
            text.Add(finding);
        text._text.Append(text.Summary()).Append('\n');
        return text._text.ToString();
    }

    private void Add(CheckedFinding finding)
    {
        var (diagnostic, severity) = (finding.Diagnostic, CheckFormat.NameOf(finding.Diagnostic.Severity));
        var colour = ColourOf(diagnostic.Severity);
        Place(finding.Shown, finding.Start);
        _text.Append(In(colour, severity + ":")).Append(' ').Append(DisplayText.Harmless(diagnostic.Message.In(_report.Language)))
            .Append(' ').Append(In(Colour.Faint, $"[{diagnostic.Code}]")).Append('\n');
        Excerpt(finding.Document, diagnostic.Span, colour);
        foreach (var related in diagnostic.Related)
        {
            if (_report.Workspace.Find(related.Path).Document is not { } document)
                continue;
            Place(related.Path.RelativeTo(_report.Root), CheckedFinding.Place(document, related.Span.Start));
            _text.Append(In(Colour.Cyan, "note:")).Append(' ').Append(DisplayText.Harmless(related.Message.In(_report.Language))).Append('\n');
            Excerpt(document, related.Span, Colour.Cyan);
        }
    }

    private void Place(string path, LinePosition start) =>
        _text.Append(In(Colour.Bold, string.Create(CultureInfo.InvariantCulture, $"{DisplayText.Harmless(path)}:{start.Line}:{start.Character}:"))).Append(' ');

    private void Excerpt(Document document, TextSpan span, Colour colour)
    {
        var excerpt = SourceExcerpt.Of(document.Text, span, Width);
        var number = (document.Text.LineAt(Math.Min(span.Start, document.Text.Length)) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(5);
        _text.Append(In(Colour.Faint, $"{number} |")).Append(excerpt.Line.Length > 0 ? " " : "").Append(excerpt.Line).Append('\n');
        _text.Append(In(Colour.Faint, new string(' ', number.Length) + " |")).Append(' ', excerpt.Before + 1)
            .Append(In(colour, new string('^', excerpt.Carets))).Append('\n');
    }

    private string Summary()
    {
        var counts =
            from severity in CheckFormat.Severities
            let count = _report.Findings.Count(finding => CheckFormat.NameOf(finding.Diagnostic.Severity) == severity)
            where count > 0
            select CliMessages.CountOf(CheckFormat.SeverityNamed(severity)).In(_report.Language, count.ToString(CultureInfo.InvariantCulture));
        var found = string.Join(", ", counts);
        var files = CliMessages.FilesChecked.In(_report.Language, _report.Files.ToString(CultureInfo.InvariantCulture));
        if (_report.Files == 0)
            return files;
        return (found.Length == 0 ? CliMessages.NothingFound.In(_report.Language) : char.ToUpperInvariant(found[0]) + found[1..] + ".") + " " + files;
    }

    private string In(Colour colour, string text) => colour.On(text, _isColoured);

    private static Colour ColourOf(Severity severity) => severity switch
    {
        Severity.Error => Colour.Red,
        Severity.Warning => Colour.Yellow,
        Severity.Info => Colour.Blue,
        _ => Colour.Faint,
    };
}
