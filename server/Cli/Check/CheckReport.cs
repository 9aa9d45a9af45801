using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;
using Dockstage.LanguageServer.Files;

namespace Dockstage.Cli.Check;

/// <summary>What a check found, before it is written in any format.</summary>
internal sealed record CheckReport
{
    /// <summary>The findings to be shown, by file and place.</summary>
    public required ImmutableArray<CheckedFinding> Findings { get; init; }

    /// <summary>How many files were looked at.</summary>
    public required int Files { get; init; }

    /// <summary>Where documents lie that findings point to.</summary>
    public required WorkspaceSnapshot Workspace { get; init; }

    /// <summary>The folder from which paths count.</summary>
    public required DocumentPath Root { get; init; }

    /// <summary>The reader's language.</summary>
    public required Language Language { get; init; }

    /// <summary>What could not be read.</summary>
    public required ImmutableArray<LocalizedText> Problems { get; init; }

    /// <summary>Checks what was asked for, each document under its own settings, as the language server does.</summary>
    /// <param name="disk">What there is.</param>
    /// <param name="least">Findings that are less grave are left out.</param>
    /// <param name="language">The reader's language.</param>
    public static CheckReport Of(DiskWorkspace disk, Severity least, Language language)
    {
        var state = disk.State;
        var findings = disk.Asked.AsParallel().AsOrdered().SelectMany(path =>
            from found in Diagnostics.Of(state.Workspace, path, state.SettingsFor(path).Rules)
            where found.Severity >= least
            select new CheckedFinding(state.Workspace.Find(path).Document!, path.RelativeTo(disk.Root), found));
        return new CheckReport
        {
            Findings = [.. findings],
            Files = disk.Asked.Length,
            Workspace = state.Workspace,
            Root = disk.Root,
            Language = language,
            Problems = disk.Problems,
        };
    }
}

/// <summary>A finding in a document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Shown">Its path as people read it, with <c>/</c>.</param>
/// <param name="Diagnostic">The finding.</param>
internal sealed record CheckedFinding(Document Document, string Shown, Diagnostic Diagnostic)
{
    /// <summary>Where it begins, as people count: from 1.</summary>
    public LinePosition Start => Place(Document, Diagnostic.Span.Start);

    /// <summary>Where it ends, the first place that is outside, from 1.</summary>
    public LinePosition End => Place(Document, Diagnostic.Span.End);

    /// <summary>A place as people count it: from 1, columns in UTF-16 units.</summary>
    public static LinePosition Place(Document document, int offset)
    {
        var (line, character) = document.Text.PositionAt(offset);
        return new LinePosition(line + 1, character + 1);
    }
}
