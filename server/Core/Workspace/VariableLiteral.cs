using System.Buffers;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>
/// Where a FROM that means a stage by way of a variable has the name written: in the fallback (<c>${BASE:-name}</c>), or in the default of
/// the ARG above the first FROM.
/// </summary>
internal static class VariableLiteral
{
    private static readonly SearchValues<char> VariableUnits =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>The place of the name, or null when it is put together from several pieces so that it stands nowhere as a whole.</summary>
    /// <param name="model">The Dockerfile.</param>
    /// <param name="span">Where the base is written.</param>
    /// <param name="word">The base as written.</param>
    /// <param name="name">The stage's name.</param>
    public static TextSpan? Of(DockerfileModel model, TextSpan span, string word, string name)
    {
        if (!model.Text.Slice(span).SequenceEqual(word) || word is not ['$', ..])
            return null;
        var variable = word.StartsWith("${", StringComparison.Ordinal) && word.EndsWith('}') ? word[2..^1] : word[1..];
        var end = variable.AsSpan().IndexOfAnyExcept(VariableUnits);
        if (end >= 0)
        {
            var isUnset = string.IsNullOrEmpty(ArgScope.Global(model.Syntax, model.DefaultStage?.Name).ValueOf(variable[..end]));
            if (isUnset && (variable[end..] == ":-" + name || variable[end..] == "-" + name))
                return new TextSpan(span.End - 1 - name.Length, name.Length);
            if (isUnset || variable[end] is not (':' or '-'))
                return null;
            variable = variable[..end];
        }

        return DefaultOf(model.Syntax, variable, name);
    }

    /// <summary>The same for a reference; null also for one that is no FROM with a variable, or means no stage.</summary>
    public static TextSpan? Of(DockerfileModel model, StageReference reference) =>
        reference is { Kind: StageReferenceKind.From, Stage.Name: { } name } && reference.Text.Contains('$')
            ? Of(model, reference.Span, reference.Text, name)
            : null;

    /// <summary>The first FROM that means a stage by the default of an ARG at an offset, or null.</summary>
    public static StageReference? UserOfDefaultAt(DockerfileModel model, int offset)
    {
        var place = model.Syntax.IndexAt(offset);
        var isGlobalArg = place >= 0
            && model.Syntax.Froms is [var first, ..] && place < first
            && model.Syntax.Items[place] is Instruction { Keyword: InstructionKeyword.Arg };
        return isGlobalArg ? model.References.FirstOrDefault(reference => Of(model, reference)?.Touches(offset) == true) : null;
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
