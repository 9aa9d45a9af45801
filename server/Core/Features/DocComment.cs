using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>The comment that describes a stage: <c># builder compiles it</c>.</summary>
internal static class DocComment
{
    /// <summary>
    /// Where it names the stage, or null when the stage has no description. BuildKit: of the comments above the FROM that begin with the
    /// name, the first.
    /// </summary>
    public static TextSpan? NameIn(DockerfileModel model, Stage stage)
    {
        if (stage is not { Name: { } name, Description: not null })
            return null;
        var (items, place) = (model.Syntax.Items, model.Syntax.Froms[stage.Index]);
        var comment = AttachedComments.Above(model.Syntax, place)
            .FirstOrDefault(comment => comment.Content.StartsWith(name + " ", StringComparison.Ordinal));
        if (comment is null)
            return null;
        while (!ReferenceEquals(items[place], comment))
            place--;
        return new TextSpan(model.Syntax.StartOf(place) + comment.Text.IndexOf(name, StringComparison.Ordinal), name.Length);
    }
}
