using Dockstage.Core.Parsing;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Semantics;

/// <summary>
/// The variables that FROM lines see: the automatic ones and every ARG above the first FROM, each of which may use those before it.
/// ARG and ENV inside stages are invisible to FROM, and these here are invisible inside stages until an ARG without default asks for them.
/// </summary>
public sealed class ArgScope
{
    private readonly char _escape;
    private readonly Dictionary<string, string> _values;

    private ArgScope(char escape, Dictionary<string, string> values)
    {
        _escape = escape;
        _values = values;
    }

    /// <summary>The scope of a file's FROM lines when no build argument is given.</summary>
    /// <param name="syntax">The file.</param>
    /// <param name="target">Name of the stage that is built, which is <c>TARGETSTAGE</c>, or null for one without.</param>
    public static ArgScope Global(DockerfileSyntax syntax, string? target)
    {
        var scope = new ArgScope(syntax.Escape, AutomaticArgs.For(target));
        foreach (var instruction in syntax.Items.OfType<Instruction>().TakeWhile(i => i.Keyword != InstructionKeyword.From))
        {
            if (instruction.Keyword == InstructionKeyword.Arg)
                scope.Declare(instruction.Parts);
        }

        return scope;
    }

    /// <summary>The value of a variable, or null when it has none: not declared, or declared without default.</summary>
    public string? ValueOf(string name) => _values.GetValueOrDefault(name);

    /// <summary>
    /// A word with quotes and escapes removed and variables replaced. Null where BuildKit reports an error: open quote or brace,
    /// unknown operator, <c>${X:?}</c> without a value.
    /// </summary>
    public string? Expand(string word) =>
        word.AsSpan().IndexOfAny("$'\"") < 0 && !word.Contains(_escape) ? word : ShellLexer.Expand(word, _escape, name => VariableValue.Of(ValueOf(name))).Value;

    private void Declare(InstructionParts arg)
    {
        foreach (var word in arg.Words)
        {
            // An ARG without default declares a name, but leaves an automatic value as it is.
            var equals = word.Text.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && Expand(word.Text[(equals + 1)..]) is { } value)
                _values[word.Text[..equals]] = value;
        }
    }
}
