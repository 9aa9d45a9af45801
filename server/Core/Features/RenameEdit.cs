using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>The edit that renames a stage at one of the places that name it.</summary>
internal static class RenameEdit
{
    /// <summary>
    /// The edit for a mention, or null when the name is put together from variables so that no single edit is right. BuildKit: a base
    /// must be lower case to mean a stage; elsewhere each place keeps the letter case in which it is written.
    /// </summary>
    /// <param name="text">The text of the file in which the mention stands.</param>
    /// <param name="model">The Dockerfile that declares the stage.</param>
    /// <param name="mention">The mention.</param>
    /// <param name="newName">The new name as the user writes it.</param>
    public static TextEdit? Of(SourceText text, DockerfileModel model, StageMention mention, string newName) => mention.Kind switch
    {
        StageMentionKind.Declaration or StageMentionKind.ArgDefault => new TextEdit(mention.Span, newName.ToLowerInvariant()),
        StageMentionKind.From when mention.Text.Contains('$') =>
            VariableLiteral.Of(model, mention.Span, mention.Text, mention.Stage.Name!) is { } literal
                ? new TextEdit(literal, newName.ToLowerInvariant())
                : null,
        StageMentionKind.From => new TextEdit(mention.Span, newName.ToLowerInvariant()),
        StageMentionKind.ComputedTarget => null,
        StageMentionKind.Target => InYaml(text, mention.Span, mention.Text, LetterCase.Of(mention.Text, newName)),
        _ => new TextEdit(mention.Span, LetterCase.Of(mention.Text, newName)),
    };

    /// <summary>
    /// In a consumer's file: the name alone where more is written around it, such as the head of a block scalar. YAML 1.2.2, 10.3.2: a
    /// plain <c>null</c>, <c>true</c> or <c>false</c> is no text, so it needs quotes.
    /// </summary>
    internal static TextEdit InYaml(SourceText text, TextSpan value, string written, string newName)
    {
        var at = text.ToString(value).IndexOf(written, StringComparison.Ordinal);
        var span = at < 0 ? value : new TextSpan(value.Start + at, written.Length);
        var isPlain = span.Start == 0 || text[span.Start - 1] is ' ' or '\t' or ':' or '\n' or '\r';
        return new TextEdit(span, isPlain && newName.ToLowerInvariant() is "null" or "true" or "false" ? $"\"{newName}\"" : newName);
    }
}
