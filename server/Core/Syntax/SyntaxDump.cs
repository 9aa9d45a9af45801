using System.Globalization;
using System.Text;
using Dockstage.Core.Text;

namespace Dockstage.Core.Syntax;

/// <summary>
/// The tree of a Dockerfile as text, to be read by people: one line for each node, what it holds indented below it. A line is the kind, the
/// span as <c>line:column–line:column</c> (from 1, columns in UTF-16 units, the end exclusive), and the text as it is read, that is without
/// continuations. <c>dockstage syntax</c> prints it.
/// </summary>
public sealed class SyntaxDump
{
    private readonly SourceText _text;
    private readonly StringBuilder _dump = new();

    // Where the piece begins in whose offsets the spans count.
    private int _start;

    private SyntaxDump(SourceText text) => _text = text;

    /// <summary>The dump of a file, each line ended by a line feed. Everything is read for it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="syntax">Its pieces.</param>
    public static string Of(SourceText text, DockerfileSyntax syntax)
    {
        var dump = new SyntaxDump(text);
        dump.AddFile(syntax);
        return dump._dump.ToString();
    }

    private void AddFile(DockerfileSyntax syntax)
    {
        Add(0, "Dockerfile", new TextSpan(0, _text.Length));
        _dump.Length--;
        _dump.Append(CultureInfo.InvariantCulture, $" escape {Quote(syntax.Escape.ToString())}");
        if (syntax.FrontEnd is { } frontEnd)
            _dump.Append(CultureInfo.InvariantCulture, $" syntax {Quote(frontEnd)}");
        if (syntax.CheckOptions is { } options)
            _dump.Append(CultureInfo.InvariantCulture, $" check {Quote(options)}");
        _dump.Append('\n');
        for (var i = 0; i < syntax.Items.Length; i++)
        {
            _start = syntax.StartOf(i);
            AddItem(syntax.Items[i]);
        }
    }

    private void AddItem(DockerfileItem item)
    {
        var whole = new TextSpan(0, item.Text.Length);
        switch (item)
        {
            case Instruction instruction:
                Add(1, "Instruction " + instruction.Keyword, whole);
                AddParts(2, instruction.Parts);
                foreach (var heredoc in instruction.Heredocs)
                    AddHeredoc(heredoc);
                foreach (var gap in instruction.Gaps)
                    Add(2, "gap", gap, TextAt(gap));
                AddErrors(2, "late-error", instruction.Parts.Content.LateErrors);
                break;
            case ParserDirective directive:
                Add(1, "ParserDirective", whole, item.Text);
                Add(2, "key", directive.KeySpan, directive.Key);
                Add(2, "value", directive.ValueSpan, directive.Value);
                break;
            case Comment comment:
                Add(1, "Comment", whole, item.Text);
                Add(2, "content", whole, comment.Content);
                break;
            default:
                Add(1, item.GetType().Name, whole, item.Text);
                break;
        }

        AddErrors(2, "error", item.AllErrors);
    }

    private void AddParts(int depth, InstructionParts parts)
    {
        var content = parts.Content;
        Add(depth, "keyword", parts.KeywordText);
        foreach (var flag in parts.Flags)
            AddFlag(depth, flag);
        if (parts.From is { } from)
        {
            Add(depth, "base", from.Base);
            if (from.AsSpan is { } asSpan)
                Add(depth, "as", asSpan, TextAt(asSpan));
            if (from.Name is { } name)
                Add(depth, "name", name);
        }

        if (content.CheckKind is { } kind)
            Add(depth, "check-kind", kind);
        foreach (var assignment in content.Assignments)
        {
            Add(depth, assignment.IsLegacy ? "legacy-pair" : "pair", assignment.Span);
            Add(depth + 1, "key", assignment.Key);
            if (assignment.Value is { } value)
                Add(depth + 1, "value", value);
        }

        if (parts.Keyword is not (InstructionKeyword.Arg or InstructionKeyword.From))
        {
            foreach (var argument in content.Arguments)
                AddArgument(depth, content, argument);
        }

        if (parts.Trigger is { } trigger)
        {
            Add(depth, "trigger " + trigger.Keyword, parts.Arguments.Span);
            AddParts(depth + 1, trigger);
        }
        else
        {
            foreach (var variable in content.Variables)
                AddVariable(depth, variable);
        }
    }

    private void AddArgument(int depth, InstructionContent content, Argument argument)
    {
        var role = ReferenceEquals(argument, content.Destination) ? "destination"
            : content.Sources.Contains(argument) ? "source"
            : "argument";
        Add(depth, content.IsJson ? "json-" + role : role, argument.Span, argument.Value.Text);
    }

    private void AddFlag(int depth, Flag flag)
    {
        Add(depth, "flag", flag.Span);
        Add(depth + 1, "name", flag.Name);
        if (flag.Value is { } value)
            Add(depth + 1, "value", value);
        foreach (var option in flag.Options)
        {
            Add(depth + 2, "key", option.Key);
            if (option.Value is { } optionValue)
                Add(depth + 3, "value", optionValue);
        }
    }

    private void AddVariable(int depth, VariableReference variable)
    {
        Add(depth, "variable", variable.Span);
        Add(depth + 1, "name", variable.Name);
        if (variable.Word is { } word)
            Add(depth + 1, variable.Operator.ToString(), word);
        if (variable.Replacement is { } replacement)
            Add(depth + 1, "replacement", replacement);
        foreach (var nested in variable.Nested)
            AddVariable(depth + 1, nested);
    }

    private void AddHeredoc(Heredoc heredoc)
    {
        var kind = (heredoc.IsQuoted ? " quoted" : "") + (heredoc.StripsTabs ? " tabs" : "") + (heredoc.CloserSpan is null ? " unclosed" : "");
        Add(2, "heredoc" + kind, heredoc.OpenerSpan, TextAt(heredoc.OpenerSpan));
        if (heredoc.BodySpan is { } body)
            Add(3, "body", body, TextAt(body));
        if (heredoc.CloserSpan is { } closer)
            Add(3, "closer", closer, heredoc.Delimiter);
    }

    private void AddErrors(int depth, string label, IEnumerable<SyntaxError> errors)
    {
        foreach (var error in errors)
            Add(depth, label + " " + error.Kind, error.Span);
    }

    private string TextAt(TextSpan span) => _text.ToString(span.Shift(_start));

    private void Add(int depth, string kind, PlacedText text) => Add(depth, kind, text.Span, text.Text);

    private void Add(int depth, string kind, TextSpan span, string? text = null)
    {
        var (start, end) = (_text.PositionAt(_start + span.Start), _text.PositionAt(_start + span.End));
        _dump.Append(' ', depth * 2).Append(kind).Append(
            CultureInfo.InvariantCulture, $" {start.Line + 1}:{start.Character + 1}–{end.Line + 1}:{end.Character + 1}");
        if (text is not null)
            _dump.Append(' ').Append(Quote(text));
        _dump.Append('\n');
    }

    /// <summary>In quotation marks, on one line: what is no plain unit is written as an escape.</summary>
    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            var isPair = char.IsHighSurrogate(unit) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            _ = unit switch
            {
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                '"' or '\\' => quoted.Append('\\').Append(unit),
                _ when isPair => quoted.Append(unit).Append(text[++i]),
                _ when char.IsControl(unit) || char.IsSurrogate(unit) || unit is '\uFEFF' || (char.IsWhiteSpace(unit) && unit != ' ') =>
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => quoted.Append(unit),
            };
        }

        return quoted.Append('"').ToString();
    }
}
