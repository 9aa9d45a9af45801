using System.Collections.Immutable;
using System.Text;
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
    private readonly Func<string, string?> _valueOf;
    private readonly ImmutableArray<TextSpan>.Builder? _words;
    private int _at;
    private int _depth;
    private int _wordStart = -1;

    private ShellLexer(string text, char escape, Func<string, string?> valueOf, ImmutableArray<TextSpan>.Builder? words)
    {
        _text = text;
        _escape = escape;
        _valueOf = valueOf;
        _words = words;
    }

    private bool AtEnd => _at >= _text.Length;

    private char Current => AtEnd ? NoStop : _text[_at];

    /// <summary>
    /// The value of a word, or null where BuildKit reports an error (open quote or brace, unknown operator, <c>${X:?}</c>).
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="escape">The escape character.</param>
    /// <param name="valueOf">The value of a variable; null for one that is not set.</param>
    public static string? Expand(string word, char escape, Func<string, string?> valueOf) =>
        new ShellLexer(word, escape, valueOf, words: null).Read(NoStop, keepsEscapes: false);

    /// <summary>
    /// The words of a line as written; none where BuildKit reports an error. The blanks behind <c>&lt;&lt;</c> do not end a word. What
    /// precedes <c>${X:-…}</c> in a word is lost, as it is in BuildKit.
    /// </summary>
    public static ImmutableArray<TextSpan> Words(string line)
    {
        var words = ImmutableArray.CreateBuilder<TextSpan>();
        return new ShellLexer(line, '\\', _ => null, words).Read(NoStop, keepsEscapes: true) is null ? [] : words.ToImmutable();
    }

    private string? Read(char stop, bool keepsEscapes)
    {
        if (++_depth > DeepestNesting)
            return null;
        var result = new StringBuilder();
        while (!AtEnd)
        {
            var start = _at;
            var unit = _text[_at];
            if (stop != NoStop && unit == stop)
            {
                _at++;
                _depth--;
                return result.ToString();
            }

            var read = unit switch
            {
                '\'' => ReadSingleQuoted(),
                '"' => ReadDoubleQuoted(),
                '$' => ReadVariable(),
                '<' => ReadPossibleHeredoc(),
                _ when unit == _escape => ReadEscaped(keepsEscapes),
                _ => _text[_at++].ToString(),
            };
            if (read is null || IsTooLong(result.Length + read.Length))
                return null;
            result.Append(read);
            NoteWord(start, blanksSeparate: unit == '$' || (_at == start + 1 && unit != _escape));
        }

        if (stop != NoStop)
            return null;
        EndWord(_at);
        _depth--;
        return result.ToString();
    }

    private string? ReadSingleQuoted()
    {
        var end = _text.IndexOf('\'', _at + 1);
        if (end < 0)
            return null;
        var inner = _text[(_at + 1)..end];
        _at = end + 1;
        return inner;
    }

    private string? ReadDoubleQuoted()
    {
        var result = new StringBuilder();
        _at++;
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
                if (ReadVariable() is not { } value || IsTooLong(result.Length + value.Length))
                    return null;
                result.Append(value);
                continue;
            }

            _at++;
            if (unit == _escape)
            {
                if (AtEnd)
                    return null;
                if (Current is '"' or '$' || Current == _escape)
                    unit = _text[_at++];
            }

            result.Append(unit);
        }

        return null;
    }

    private string ReadEscaped(bool keepsEscapes)
    {
        var start = _at;
        _at = Math.Min(_at + 2, _text.Length);
        return _text[(keepsEscapes ? start : start + 1).._at];
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
        _at++;
        if (Current != '{')
        {
            var plain = ReadName();
            return plain.Length == 0 ? "$" : _valueOf(plain) ?? "";
        }

        _at++;
        if (AtEnd || Current is '{' or '}' or ':')
            return null;
        var name = ReadName();
        if (AtEnd)
            return null;
        var operation = _text[_at++];
        return operation switch
        {
            '}' => _valueOf(name) ?? "",
            ':' when !AtEnd => ReadDefault(name, _text[_at++], emptyIsUnset: true),
            '+' or '-' or '?' => ReadDefault(name, operation, emptyIsUnset: false),
            '#' or '%' => ReadTrim(name, operation),
            '/' => ReadReplacement(name),
            _ => null,
        };
    }

    private string? ReadDefault(string name, char operation, bool emptyIsUnset)
    {
        if (operation is '#' or '%' || ReadArgument('}', keepsEscapes: false) is not { } word)
            return null;

        // BuildKit keeps a variable that is not set as it is before it looks at the operator, when it searches for heredocs.
        if (_words is not null)
            return "";
        var value = _valueOf(name);
        var isSet = value is not null && !(emptyIsUnset && value.Length == 0);
        return operation switch
        {
            '-' => isSet ? value : word,
            '+' => isSet ? word : "",
            '?' => isSet ? value : null,
            _ => null,
        };
    }

    private string? ReadTrim(string name, char operation)
    {
        if (ReadArgument('}', keepsEscapes: true) is not { } pattern)
            return null;
        if (_words is not null)
            return "";
        var value = _valueOf(name) ?? "";
        var isLongest = pattern.StartsWith(operation);
        return ParsePattern(isLongest ? pattern[1..] : pattern, value)?.Trim(value, isPrefix: operation == '#', isLongest);
    }

    private string? ReadReplacement(string name)
    {
        var isForAll = Current == '/';
        if (isForAll)
            _at++;
        if (ReadArgument('/', keepsEscapes: true) is not { } pattern || ReadArgument('}', keepsEscapes: true) is not { } replacement)
            return null;
        if (_words is not null)
            return "";
        var value = _valueOf(name) ?? "";
        return IsTooLong((value.Length + 1L) * replacement.Length)
            ? null
            : ParsePattern(pattern, value)?.Replace(value, replacement, isForAll);
    }

    /// <summary>The pattern, or null where trying it at every place of a value would take longer than anybody waits.</summary>
    private static ShellPattern? ParsePattern(string pattern, string value) =>
        (long)value.Length * value.Length * pattern.Length > MostSteps ? null : ShellPattern.Parse(pattern);

    /// <summary>When words are split, no value is made, and a line may have any length.</summary>
    private bool IsTooLong(long length) => _words is null && length > LongestValue;

    private string? ReadArgument(char stop, bool keepsEscapes)
    {
        _wordStart = -1;
        return Read(stop, keepsEscapes);
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
