using Dockstage.Core.Documents;
using Dockstage.Core.Features;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Embedded;

/// <summary>How a Dockerfile is put into a compose file, and how an editor asks about a place in it.</summary>
internal static class InlineText
{
    /// <summary>A compose file whose only service has the Dockerfile as a literal block.</summary>
    public static string InCompose(string dockerfile)
    {
        var body = string.Join('\n', dockerfile.Replace("$", "$$", StringComparison.Ordinal).Split('\n').Select(line => line.Length == 0 ? "" : "        " + line));
        var chomping = dockerfile.EndsWith('\n') ? "+" : "-";
        return $"services:\n  web:\n    build:\n      dockerfile_inline: |2{chomping}\n{body}";
    }

    /// <summary>The same between double quotes, everything on one line.</summary>
    public static string InQuotes(string dockerfile)
    {
        var body = dockerfile.Replace("$", "$$", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
        return $"services:\n  web:\n    build:\n      dockerfile_inline: \"{body}\"\n";
    }

    /// <summary>The document and offset that count at a place.</summary>
    public static (DocumentPath Path, int Offset) At(WorkspaceSnapshot snapshot, DocumentPath path, int offset)
    {
        var (document, inner) = HostPlace.Innermost(snapshot, snapshot.Find(path).Document!, offset);
        return (document.Path, inner);
    }

    /// <summary>A snapshot after edits of files.</summary>
    public static WorkspaceSnapshot Apply(WorkspaceSnapshot snapshot, IEnumerable<FileEdits> files)
    {
        foreach (var file in files)
        {
            Assert.Null(file.File.Host);
            var document = snapshot.Find(file.File).Document!;
            for (var i = 1; i < file.Edits.Length; i++)
                Assert.True(file.Edits[i - 1].Span.End <= file.Edits[i].Span.Start, "edits overlap");
            snapshot = snapshot.With(new Document(document.Path, file.Edits.Reverse().Aggregate(document.Text, (text, edit) => text.With(edit)), document.LanguageId));
        }

        return snapshot;
    }
}
