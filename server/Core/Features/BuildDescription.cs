using System.Text;
using Dockstage.Core.Consumers;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>A build that a consumer's file asks for, in words: what comes of all that it takes over, and where each part is written.</summary>
internal static class BuildDescription
{
    /// <summary>The build whose name stands at an offset, or that is named there; null for another word.</summary>
    public static (BuildTarget Build, HoverText Hover)? At(WorkspaceSnapshot snapshot, DocumentPath path, int offset, Language language)
    {
        // What comes of all files says more than one file alone.
        var own = snapshot.BuildTargetsIn(path).LastOrDefault(target => target.NamePlace.File.Equals(path) && target.NamePlace.Span.Touches(offset));
        if (own is not null)
            return (own, new HoverText(own.NamePlace.Span, Markdown(snapshot, own, path, language)));
        if (snapshot.ConsumerFileAt(path).Names.FirstOrDefault(name => name.Value.Span.Touches(offset)) is not { Places.IsEmpty: false } named)
            return null;
        var meant = named.Places.SelectMany(place => snapshot.BuildTargetsAt(place.File).Where(target => target.NamePlace == place)).LastOrDefault();
        return meant is null ? null : (meant, new HoverText(named.Value.Span, Markdown(snapshot, meant, path, language)));
    }

    /// <summary>The name of the stage, which leads to it where it is found.</summary>
    private static string StageIn(WorkspaceSnapshot snapshot, BuildTarget target, TextValue name)
    {
        var code = MarkdownText.Code(name.Text);
        if (name.IsDynamic || snapshot.Resolve(target) is not ResolvedDockerfile.Found found || TargetStage.Of(found.Model, target.Naming, name.Text) is not { } stage)
            return code;
        var (file, span) = HostPlace.Of(snapshot, new FilePlace(found.Path, stage.FromSpan));
        return $"[{code}]({file.Uri}#L{snapshot.Find(file).Document!.Text.LineAt(span.Start) + 1})";
    }

    private static string Markdown(WorkspaceSnapshot snapshot, BuildTarget target, DocumentPath seenFrom, Language language)
    {
        var text = new StringBuilder($"**{MarkdownText.Escape(target.Name ?? "")}** · {MessageTable.BuildWord.In(language)} ({target.Consumer})\n");
        if (target.Context is { Value: { Text.Length: > 0 } context })
            Add(MessageTable.BuildContextLine.In(language, MarkdownText.Code(context.Text)), context);
        if (target.Dockerfile.IsInline)
            Add(MessageTable.BuildInlineLine.In(language), target.Dockerfile.Inline);
        else if (snapshot.Resolve(target) is ResolvedDockerfile.Found found)
            Add(MessageTable.BuildDockerfileLine.In(language, $"[{MarkdownText.Escape(found.Path.SeenFrom(seenFrom))}]({found.Path.Uri})"), target.Dockerfile.Value);
        if (target.Target is { Text.Length: > 0 } stage)
            Add(MessageTable.BuildTargetLine.In(language, StageIn(snapshot, target, stage)), stage);
        if (!target.MergedFiles.IsEmpty)
            Add(MessageTable.BuildMergedLine.In(language, string.Join(", ", target.MergedFiles.Select(file => MarkdownText.Escape(file.SeenFrom(seenFrom))))), null);
        return text.ToString().TrimEnd('\n');

        void Add(string line, TextValue? value)
        {
            text.Append("\n- ").Append(line);
            if (value is not null && ValueOriginText.Of(snapshot, value, target.NamePlace, language) is { } origin)
                text.Append(" — ").Append(origin);
        }
    }
}
