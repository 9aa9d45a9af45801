using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>The comment that describes a stage: <c># builder compiles it</c>.</summary>
internal static class DocComment
{
    /// <summary>
    /// Where it names the stage, or null when the stage has no description. BuildKit: of the comments above the FROM that begin with the
    /// name, the first; a comment without text cuts off those above it.
    /// </summary>
    public static TextSpan? NameIn(DockerfileModel model, Stage stage)
    {
        if (stage is not { Name: { } name, Description: not null })
            return null;
        TextSpan? found = null;
        var items = model.Syntax.Items;
        for (var i = model.Syntax.Froms[stage.Index] - 1; i >= 0 && items[i] is not Instruction and not Comment { Content: "" }; i--)
        {
            if (items[i] is Comment comment && comment.Content.StartsWith(name + " ", StringComparison.Ordinal))
                found = new TextSpan(model.Syntax.StartOf(i) + comment.Text.IndexOf(name, StringComparison.Ordinal), name.Length);
        }

        return found;
    }
}
