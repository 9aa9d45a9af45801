using System.Collections.Immutable;
using System.Text;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Parsing;

/// <summary>
/// BuildKit's imitation of a shell (<c>shell/lex.go</c>): quotes, escapes, and variables with their operators. It has two uses:
/// <see cref="Expand"/> gives a word its value, <see cref="Words"/> finds the words of a line for heredocs.
/// </summary>
internal sealed class ShellLexer
{
    private const char NoStop = '\0';

    /// <summary>Deeper nesting than any sensible text has is taken as an error, so that no text can exhaust the stack.</summary>
    private const int DeepestNesting = 64;

    /// <summary>A longer value is taken as an error, so that ARGs which double each other cannot fill the memory.</summary>
    private const int LongestValue = 0x10000;

    /// <summary>Steps of matching a pattern, beyond which it is taken as an error too.</summary>
    private const long MostSteps = 10_000_000;

    private readonly string _text;
    private readonly char _escape;
    private readonly Func<string, VariableValue> _valueOf;
    private readonly ImmutableArray<TextSpan>.Builder? _words;
    private readonly ImmutableArray<ExpandedVariable>.Builder _variables = ImmutableArray.CreateBuilder<ExpandedVariable>();
    private bool _keepsQuotes;
    private bool _keepsEscapes;
    private ExpansionError? _error;
    private bool _isUnknown;
    private int _at;
    private int _depth;
    private int _wordStart = -1;

    private ShellLexer(string text, char escape, Func<string, VariableValue> valueOf, ImmutableArray<TextSpan>.Builder? words)
    {
        _text = text;
        _escape = escape;
        _valueOf = valueOf;
        _words = words;
    }

    private bool AtEnd => _at >= _text.Length;

    private char Current => AtEnd ? NoStop : _text[_at];

    /// <summary>The value of a word, or why it has none.</summary>
    /// <param name="word">The word.</param>
    /// <param name="escape">The escape character.</param>
    /// <param name="valueOf">The value of a variable.</param>
    public static Expansion Expand(string word, char escape, Func<string, VariableValue> valueOf) =>
        new ShellLexer(word, escape, valueOf, words: null).Whole();

    /// <summary>
    /// The body of a heredoc that COPY or ADD writes, variables replaced. BuildKit: quotes are ordinary text in it, and its escape character
    /// is the backslash whatever the file says.
    /// </summary>
    public static Expansion ExpandHeredoc(string body, Func<string, VariableValue> valueOf) =>
        new ShellLexer(body, '\\', valueOf, words: null) { _keepsQuotes = true }.Whole();

    /// <summary>
    /// The words of a line as written; none where BuildKit reports an error. The blanks behind <c>&lt;&lt;</c> do not end a word. What
    /// precedes <c>${X:-…}</c> in a word is lost, as it is in BuildKit.
    /// </summary>
    public static ImmutableArray<TextSpan> Words(string line)
    {
        var words = ImmutableArray.CreateBuilder<TextSpan>();
        return new ShellLexer(line, '\\', _ => VariableValue.Unset, words).Read(NoStop, keepsEscapes: true) is null ? [] : words.ToImmutable();
    }

    private Expansion Whole()
    {
        var value = Read(NoStop, keepsEscapes: false);
        return new Expansion { Value = _isUnknown ? null : value, Error = _error, Variables = _variables.DrainToImmutable() };
    }

    private string? Read(char stop, bool keepsEscapes)
    {
        if (++_depth > DeepestNesting)
            return Fail(ExpansionErrorKind.TooLarge, _at);
        var outer = _keepsEscapes;
        _keepsEscapes = keepsEscapes;
        var result = ReadUpTo(stop);
        _keepsEscapes = outer;
        _depth--;
        return result;
    }

    private string? ReadUpTo(char stop)
    {
        var begin = _at;
        var result = new StringBuilder();
        while (!AtEnd)
        {
            var start = _at;
            var unit = _text[_at];
            if (stop != NoStop && unit == stop)
            {
                _at++;
                return result.ToString();
            }

            var read = unit switch
            {
                '\'' when !_keepsQuotes => ReadSingleQuoted(),
                '"' when !_keepsQuotes => ReadDoubleQuoted(),
                '$' => ReadVariable(),
                '<' => ReadPossibleHeredoc(),
                _ when unit == _escape => ReadEscaped(),
                _ => _text[_at++].ToString(),
            };
            if (read is null)
                return null;
            if (IsTooLong(result.Length + read.Length))
                return Fail(ExpansionErrorKind.TooLarge, start);
            result.Append(read);
            NoteWord(start, blanksSeparate: unit == '$' || (_at == start + 1 && unit != _escape));
        }

        // Whoever asked for a stop says what is missing.
        if (stop != NoStop)
            return Fail(ExpansionErrorKind.MissingBrace, begin);
        EndWord(_at);
        return result.ToString();
    }

    private string? ReadSingleQuoted()
    {
        var start = _at;
        var end = _text.IndexOf('\'', _at + 1);
        _at = end < 0 ? _text.Length : end + 1;
        return end < 0 ? Fail(ExpansionErrorKind.UnclosedSingleQuote, start) : _text[(start + 1)..end];
    }

    private string? ReadDoubleQuoted()
    {
        var start = _at++;
        var result = new StringBuilder();
        while (!AtEnd)
        {
            var unit = _text[_at];
            if (unit == '"')
            {
                _at++;
                return result.ToString();
            }

            if (unit == '$')
            {
                var variable = _at;
                if (ReadVariable() is not { } value)
                    return null;
                if (IsTooLong(result.Length + value.Length))
                    return Fail(ExpansionErrorKind.TooLarge, variable);
                result.Append(value);
                continue;
            }

            _at++;
            if (unit == _escape)
            {
                if (_keepsEscapes)
                    result.Append(unit);
                if (AtEnd)
                    break;
                if (Current is '"' or '$' || Current == _escape)
                    unit = _text[_at++];
            }

            result.Append(unit);
        }

        return Fail(ExpansionErrorKind.UnclosedDoubleQuote, start);
    }

    private string ReadEscaped()
    {
        var start = _at;
        _at = Math.Min(_at + 2, _text.Length);
        return _text[(_keepsEscapes ? start : start + 1).._at];
    }

    /// <summary>The blanks behind <c>&lt;&lt;</c> belong to the word, since <c>&lt;&lt; EOF</c> opens a heredoc too.</summary>
    private string ReadPossibleHeredoc()
    {
        var start = _at++;
        if (Current == '<')
        {
            _at++;
            while (Current is ' ' or '\t' or '\r')
                _at++;
        }

        return _text[start.._at];
    }

    private string? ReadVariable()
    {
        var start = _at++;
        if (Current != '{')
        {
            var plain = ReadName(out var place);
            return plain.Length == 0 ? "$" : TextOf(ValueOf(plain, place));
        }

        _at++;
        if (AtEnd)
            return Fail(ExpansionErrorKind.MissingBrace, start);
        if (Current is '{' or '}' or ':')
            return Fail(ExpansionErrorKind.BadSubstitution, start);
        var name = ReadName(out var span);
        var operation = Next();
        return operation switch
        {
            "}" => TextOf(ValueOf(name, span)),
            ":" => ReadDefault(start, name, span, operation + Next()),
            "+" or "-" or "?" => ReadDefault(start, name, span, operation),
            "#" or "%" => ReadTrim(start, name, span, operation[0]),
            "/" => ReadReplacement(start, name, span),
            _ => Fail(ExpansionErrorKind.UnsupportedModifier, start, operation),
        };
    }

    private string? ReadDefault(int start, string name, TextSpan span, string operation)
    {
        if (operation is ":#" or ":%")
            return Fail(ExpansionErrorKind.UnsupportedModifier, start, operation);
        var wasUnknown = _isUnknown;
        if (ReadArgument(start, '}', keepsEscapes: false) is not { } word)
            return null;
        var isWordUnknown = _isUnknown;
        _isUnknown = wasUnknown;

        // BuildKit keeps a variable that is not set as it is before it looks at the operator, when it searches for heredocs.
        if (_words is not null)
            return "";
        var value = ValueOf(name, span);
        var emptyIsUnset = operation[0] == ':';
        var cannotTell = value.IsUnknown && (emptyIsUnset || !value.IsSurelySet);
        var isSet = value.IsSurelySet && !(emptyIsUnset && value.Text is { Length: 0 });
        switch (operation[^1])
        {
            case '-' when cannotTell:
            case '+' when cannotTell:
            case '?' when cannotTell:
                _isUnknown = true;
                return "";
            case '-' when isSet:
            case '?' when isSet:
                return TextOf(value);
            case '-':
            case '+' when isSet:
                _isUnknown |= isWordUnknown;
                return word;
            case '+':
                return "";
            case '?':
                var message = word.Length > 0 ? word : value.IsSurelySet ? "is not allowed to be empty" : "is not allowed to be unset";
                return Fail(ExpansionErrorKind.RequiredVariable, start, $"{name}: {message}");
            default:
                return Fail(ExpansionErrorKind.UnsupportedModifier, start, operation);
        }
    }

    private string? ReadTrim(int start, string name, TextSpan span, char operation)
    {
        if (ReadArgument(start, '}', keepsEscapes: true) is not { } pattern)
            return null;
        if (_words is not null)
            return "";
        var value = TextOf(ValueOf(name, span));
        var isLongest = pattern.StartsWith(operation);
        return ParsePattern(start, isLongest ? pattern[1..] : pattern, value)?.Trim(value, isPrefix: operation == '#', isLongest);
    }

    private string? ReadReplacement(int start, string name, TextSpan span)
    {
        var isForAll = Current == '/';
        if (isForAll)
            _at++;
        if (ReadArgument(start, '/', keepsEscapes: true) is not { } pattern
            || ReadArgument(start, '}', keepsEscapes: true) is not { } replacement)
        {
            return null;
        }

        if (_words is not null)
            return "";
        var value = TextOf(ValueOf(name, span));
        return IsTooLong((value.Length + 1L) * replacement.Length)
            ? Fail(ExpansionErrorKind.TooLarge, start)
            : ParsePattern(start, pattern, value)?.Replace(value, replacement, isForAll);
    }

    /// <summary>The pattern; none where trying it at every place of a value would take longer than anybody waits.</summary>
    private ShellPattern? ParsePattern(int start, string pattern, string value)
    {
        if ((long)value.Length * value.Length * pattern.Length > MostSteps)
        {
            Fail(ExpansionErrorKind.TooLarge, start);
            return null;
        }

        var parsed = ShellPattern.Parse(pattern, out var badEscape);
        if (parsed is null)
            Fail(ExpansionErrorKind.InvalidPattern, start, $"({pattern}) in substitution: invalid escape '{badEscape}'");
        return parsed;
    }

    /// <summary>When words are split, no value is made, and a line may have any length.</summary>
    private bool IsTooLong(long length) => _words is null && length > LongestValue;

    private string? ReadArgument(int start, char stop, bool keepsEscapes)
    {
        _wordStart = -1;
        var argument = Read(stop, keepsEscapes);
        // BuildKit: whatever is wrong inside, at the end of the text it is the missing end of this that counts.
        if (argument is null && AtEnd && _error is not { Kind: ExpansionErrorKind.TooLarge })
        {
            _error = null;
            Fail(stop == '/' ? ExpansionErrorKind.MissingSlash : ExpansionErrorKind.MissingBrace, start);
        }

        return argument;
    }

    /// <summary>Notes the first error of the word; from here on reading ends.</summary>
    private string? Fail(ExpansionErrorKind kind, int start, string detail = "")
    {
        _error ??= new ExpansionError(kind, TextSpan.Between(start, _at), detail);
        return null;
    }

    private VariableValue ValueOf(string name, TextSpan span)
    {
        var value = _valueOf(name);
        if (_words is null)
            _variables.Add(new ExpandedVariable(name, span, value));
        return value;
    }

    private string TextOf(VariableValue value)
    {
        _isUnknown |= value.IsUnknown;
        return value.Text ?? "";
    }

    /// <summary>The next character; what Go makes of the end of a text, when there is none.</summary>
    private string Next()
    {
        if (AtEnd)
            return "\uFFFD";
        var length = char.IsHighSurrogate(Current) && _at + 1 < _text.Length && char.IsLowSurrogate(_text[_at + 1]) ? 2 : 1;
        _at += length;
        return _text[(_at - length).._at];
    }

    private string ReadName(out TextSpan span)
    {
        var start = _at;
        var name = ReadName();
        span = TextSpan.Between(start, _at);
        return name;
    }

    private string ReadName()
    {
        var start = _at;
        if (AtEnd)
            return "";
        if (char.IsDigit(Current))
        {
            while (!AtEnd && char.IsDigit(Current))
                _at++;
        }
        else if (Current is '@' or '*' or '#' or '?' or '-' or '$' or '!')
        {
            _at++;
        }
        else
        {
            while (!AtEnd && (char.IsLetterOrDigit(Current) || Current == '_'))
                _at++;
        }

        return _text[start.._at];
    }

    private void NoteWord(int start, bool blanksSeparate)
    {
        if (_words is null || _depth > 1)
            return;
        for (var i = start; i < _at; i++)
        {
            if (blanksSeparate && Blanks.IsSpace(_text[i]))
                EndWord(i);
            else if (_wordStart < 0)
                _wordStart = i;
        }
    }

    private void EndWord(int end)
    {
        if (_words is null || _depth > 1 || _wordStart < 0)
            return;
        _words.Add(TextSpan.Between(_wordStart, end));
        _wordStart = -1;
    }
}
