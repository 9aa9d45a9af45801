using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>The edit that renames a stage at one of the places that name it.</summary>
internal static class RenameEdit
{
    /// <summary>
    /// The edit for a mention, or null when the name is put together from variables so that no single edit is right, or written so that none can be told. BuildKit: a base
    /// must be lower case to mean a stage; elsewhere each place keeps the letter case in which it is written.
    /// </summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="model">The Dockerfile that declares the stage.</param>
    /// <param name="mention">The mention.</param>
    /// <param name="newName">The new name as the user writes it.</param>
    public static TextEdit? Of(WorkspaceSnapshot snapshot, DockerfileModel model, StageMention mention, string newName) => mention.Kind switch
    {
        StageMentionKind.Declaration or StageMentionKind.ArgDefault => new TextEdit(mention.Span, newName.ToLowerInvariant()),
        StageMentionKind.From when mention.Text.Contains('$') =>
            VariableLiteral.Of(model, mention.Span, mention.Text, mention.Stage.Name!) is { } literal
                ? new TextEdit(literal, newName.ToLowerInvariant())
                : null,
        StageMentionKind.From => new TextEdit(mention.Span, newName.ToLowerInvariant()),
        StageMentionKind.ComputedTarget => null,
        StageMentionKind.Target => ValueEdit.Of(snapshot, mention.Place, mention.Text, LetterCase.Of(mention.Text, newName)),
        _ => new TextEdit(mention.Span, LetterCase.Of(mention.Text, newName)),
    };
}
