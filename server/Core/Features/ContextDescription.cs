using System.Text;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>A named context in words: which builds are given it, as what, and where their Dockerfiles refer to it.</summary>
internal static class ContextDescription
{
    /// <summary>The context that is meant at an offset; null for another word.</summary>
    public static HoverText? At(WorkspaceSnapshot snapshot, DocumentPath path, int offset, Language language)
    {
        if (ContextPlace.At(snapshot, path, offset) is not { } place)
            return null;
        var text = new StringBuilder($"**{MarkdownText.Escape(place.Name)}** · {MessageTable.ContextWord.In(language)}");
        text.Append("\n\n").Append(MessageTable.ContextGivenBy.In(language));
        foreach (var (target, context) in place.Given)
        {
            text.Append("\n- ").Append(StageDescription.Link(snapshot, context.Value.Place, path, target.Name));
            if (context.Given is { Text.Length: > 0 } given)
                text.Append(": ").Append(MarkdownText.Code(given.Text));
        }

        var others = place.Uses.Where(use => !use.File.Equals(path)).ToList();
        if (others.Count > 0)
            text.Append("\n\n").Append(MessageTable.ContextUsedIn.In(language));
        foreach (var use in others)
            text.Append("\n- ").Append(StageDescription.Link(snapshot, use, path, null));
        return new HoverText(place.Span, text.ToString());
    }
}
