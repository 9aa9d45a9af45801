using System.Collections.Immutable;
using Dockstage.Core.Parsing;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Semantics;

/// <summary>
/// The variables that FROM lines see: the automatic ones and every ARG above the first FROM, each of which may use those before it.
/// ARG and ENV inside stages are invisible to FROM, and these here are invisible inside stages until an ARG without default asks for them.
/// </summary>
public sealed class ArgScope
{
    private readonly char _escape;
    private readonly Dictionary<string, string> _values;
    private readonly Dictionary<string, TextSpan> _declared = new(StringComparer.Ordinal);

    private readonly List<ExpansionError> _errors = [];

    private ArgScope(char escape, Dictionary<string, string> values)
    {
        _escape = escape;
        _values = values;
    }

    /// <summary>The scope of a file's FROM lines.</summary>
    /// <param name="syntax">The file.</param>
    /// <param name="defaultTarget">Name of the last stage, or null for one without.</param>
    /// <param name="inputs">What the build adds; null for nothing.</param>
    public static ArgScope Global(DockerfileSyntax syntax, string? defaultTarget, BuildInputs? inputs = null)
    {
        var target = string.IsNullOrEmpty(inputs?.Target) ? defaultTarget : inputs.Target;
        var values = AutomaticArgs.For(target);
        foreach (var name in values.Keys)
        {
            if (inputs is not null && inputs.Args.TryGetValue(name, out var given))
                values[name] = given;
        }

        var scope = new ArgScope(syntax.Escape, values);
        var end = syntax.Froms.IsEmpty ? syntax.Items.Length : syntax.Froms[0];
        for (var place = 0; place < end; place++)
        {
            if (syntax.Items[place] is Instruction { Keyword: InstructionKeyword.Arg } instruction)
                scope.Declare(instruction.Parts, syntax.StartOf(place), inputs ?? BuildInputs.None);
        }

        return scope;
    }

    /// <summary>The value of a variable, or null when it has none: not declared, or declared without default.</summary>
    public string? ValueOf(string name) => _values.GetValueOrDefault(name);

    /// <summary>The names that a FROM may use, in alphabetical order.</summary>
    public IEnumerable<string> Names => _declared.Keys.Concat(_values.Keys).Distinct().Order(StringComparer.Ordinal);

    /// <summary>
    /// Whether a FROM may use a name: it is an automatic one, or some ARG above the first FROM declares it, with a default or without.
    /// </summary>
    public bool IsDeclared(string name) => _declared.ContainsKey(name) || _values.ContainsKey(name);

    /// <summary>Where the last ARG above the first FROM that declares a name writes it, or null.</summary>
    public TextSpan? DeclarationOf(string name) => _declared.TryGetValue(name, out var span) ? span : null;

    /// <summary>What cannot be expanded in the defaults of the ARGs above the first FROM, with spans in the file.</summary>
    public ImmutableArray<ExpansionError> Errors => [.. _errors];

    /// <summary>A word with quotes and escapes removed and variables replaced, or why BuildKit refuses it.</summary>
    public Expansion Expand(string word) => word.AsSpan().IndexOfAny("$'\"") < 0 && !word.Contains(_escape)
        ? Expansion.Of(word)
        : ShellLexer.Expand(word, _escape, name => VariableValue.Of(ValueOf(name)));

    private void Declare(InstructionParts arg, int offset, BuildInputs inputs)
    {
        foreach (var word in arg.Words)
        {
            var equals = word.Text.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? word.Text : word.Text[..equals];
            if (name.Length == 0)
                continue;
            _declared[name] = word.SpanOf(0, name.Length).Shift(offset);
            if (inputs.Args.TryGetValue(name, out var given))
                _values[name] = given;
            // An ARG without default declares a name, but leaves the value that it has.
            else if (equals > 0)
                SetDefault(name, word.Slice(equals + 1, word.Text.Length - equals - 1), offset);
        }
    }

    private void SetDefault(string name, PlacedText written, int offset)
    {
        var expansion = Expand(written.Text);
        if (expansion.Value is { } value)
            _values[name] = value;
        if (expansion.Error is { } error)
            _errors.Add(error with { Span = written.SpanOf(error.Span.Start, error.Span.Length).Shift(offset), Word = written.Text });
    }
}
