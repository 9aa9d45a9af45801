using System.Buffers;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>The edit that renames a stage at one of the places that name it.</summary>
internal static class RenameEdit
{
    private static readonly SearchValues<char> VariableUnits =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>
    /// The edit for a mention, or null when the name is put together from variables so that no single edit is right. BuildKit: a base
    /// must be lower case to mean a stage; elsewhere letter case is the user's.
    /// </summary>
    /// <param name="text">The text of the file in which the mention stands.</param>
    /// <param name="model">The Dockerfile that declares the stage.</param>
    /// <param name="mention">The mention.</param>
    /// <param name="newName">The new name as the user writes it.</param>
    public static TextEdit? Of(SourceText text, DockerfileModel model, StageMention mention, string newName) => mention.Kind switch
    {
        StageMentionKind.Declaration => new TextEdit(mention.Span, newName.ToLowerInvariant()),
        StageMentionKind.From when mention.Text.Contains('$') => InVariable(text, model, mention, newName.ToLowerInvariant()),
        StageMentionKind.From => new TextEdit(mention.Span, newName.ToLowerInvariant()),
        StageMentionKind.Target => InYaml(text, mention, newName),
        _ => new TextEdit(mention.Span, newName),
    };

    /// <summary>
    /// In a consumer's file: the name alone where more is written around it, such as the head of a block scalar. YAML 1.2.2, 10.3.2: a
    /// plain <c>null</c>, <c>true</c> or <c>false</c> is no text, so it needs quotes.
    /// </summary>
    private static TextEdit InYaml(SourceText text, StageMention mention, string newName)
    {
        var at = text.ToString(mention.Span).IndexOf(mention.Text, StringComparison.Ordinal);
        var span = at < 0 ? mention.Span : new TextSpan(mention.Span.Start + at, mention.Text.Length);
        var isPlain = span.Start == 0 || text[span.Start - 1] is ' ' or '\t' or ':' or '\n' or '\r';
        return new TextEdit(span, isPlain && newName.ToLowerInvariant() is "null" or "true" or "false" ? $"\"{newName}\"" : newName);
    }

    /// <summary>In the fallback of the variable behind FROM (<c>${BASE:-name}</c>), or in the default of its ARG.</summary>
    private static TextEdit? InVariable(SourceText text, DockerfileModel model, StageMention mention, string newName)
    {
        var word = mention.Text;
        if (!text.Slice(mention.Span).SequenceEqual(word))
            return null;
        var name = mention.Stage.Name!;
        var variable = word.StartsWith("${", StringComparison.Ordinal) && word.EndsWith('}') ? word[2..^1] : word[1..];
        var end = variable.AsSpan().IndexOfAnyExcept(VariableUnits);
        if (end >= 0)
        {
            var isUnset = string.IsNullOrEmpty(model.GlobalArgs.ValueOf(variable[..end]));
            if (isUnset && (variable[end..] == ":-" + name || variable[end..] == "-" + name))
                return new TextEdit(new TextSpan(mention.Span.End - 1 - name.Length, name.Length), newName);
            if (isUnset || variable[end] is not (':' or '-'))
                return null;
            variable = variable[..end];
        }

        return DefaultOf(model.Syntax, variable, name) is { } span ? new TextEdit(span, newName) : null;
    }

    /// <summary>Where the ARG above the first FROM that counts, the last one of the name, says exactly this value.</summary>
    private static TextSpan? DefaultOf(DockerfileSyntax syntax, string variable, string value)
    {
        TextSpan? found = null;
        for (var i = 0; i < syntax.Items.Length; i++)
        {
            if (syntax.Items[i] is not Instruction instruction)
                continue;
            if (instruction.Keyword == InstructionKeyword.From)
                break;
            if (instruction.Keyword != InstructionKeyword.Arg)
                continue;
            foreach (var word in instruction.Parts.Words)
            {
                if (!word.Text.StartsWith(variable + "=", StringComparison.Ordinal))
                    continue;
                var at = variable.Length + 1;
                var written = word.Text[at..];
                found = written == value ? word.SpanOf(at, value.Length).Shift(syntax.StartOf(i))
                    : written == $"\"{value}\"" || written == $"'{value}'" ? word.SpanOf(at + 1, value.Length).Shift(syntax.StartOf(i))
                    : null;
            }
        }

        return found;
    }
}
