using System.Collections.Immutable;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Parsing;

/// <summary>
/// Finds the variables in a word, as <see cref="ShellLexer"/> would replace them, without knowing any value. BuildKit
/// (<c>shell/lex.go</c>) gives a word up at its first error; what stands before it, and a reference that is being written, is still told.
/// </summary>
internal sealed class VariableReader
{
    private const int EndOfWord = -1;

    /// <summary>As in <see cref="ShellLexer"/>: no text may exhaust the stack.</summary>
    private const int DeepestNesting = 64;

    private readonly PlacedText _word;
    private readonly string _text;
    private readonly char _escape;
    private readonly bool _knowsQuotes;
    private ImmutableArray<VariableReference>.Builder _found = ImmutableArray.CreateBuilder<VariableReference>();
    private SyntaxError? _error;
    private int _at;
    private int _depth;

    private VariableReader(PlacedText word, char escape, bool knowsQuotes)
    {
        _word = word;
        _text = word.Text;
        _escape = escape;
        _knowsQuotes = knowsQuotes;
    }

    private bool AtEnd => _at >= _text.Length;

    private int Current => AtEnd ? EndOfWord : _text[_at];

    /// <summary>Reads a word.</summary>
    /// <param name="word">The word, quotes and escapes kept.</param>
    /// <param name="escape">The escape character.</param>
    /// <param name="found">Gets the references, in order.</param>
    /// <param name="errors">Gets what BuildKit refuses about the word: at most one error.</param>
    /// <param name="knowsQuotes">Whether quotes mean something; in a heredoc they do not.</param>
    public static void Read(
        PlacedText word,
        char escape,
        ImmutableArray<VariableReference>.Builder found,
        ImmutableArray<SyntaxError>.Builder errors,
        bool knowsQuotes = true)
    {
        if (word.Text.AsSpan().IndexOfAny("$'\"") < 0)
            return;
        var reader = new VariableReader(word, escape, knowsQuotes);
        reader.ReadUntil(EndOfWord);
        found.AddRange(reader._found);
        if (reader._error is { } error)
            errors.Add(error);
    }

    private bool Fail(SyntaxErrorKind kind, int start, int end)
    {
        _error ??= new SyntaxError(kind, _word.SpanOf(start, end - start));
        return false;
    }

    private bool ReadUntil(int stop)
    {
        if (++_depth > DeepestNesting)
            return false;
        while (!AtEnd && Current != stop)
        {
            var read = Current switch
            {
                '\'' when _knowsQuotes => SkipSingleQuoted(),
                '"' when _knowsQuotes => ReadDoubleQuoted(),
                '$' => ReadVariable(),
                var unit => Skip(unit == _escape ? 2 : 1),
            };
            if (!read)
                return false;
        }

        _depth--;
        if (stop == EndOfWord)
            return true;
        if (AtEnd)
            return false;
        _at++;
        return true;
    }

    private bool Skip(int units)
    {
        _at = Math.Min(_at + units, _text.Length);
        return true;
    }

    private bool SkipSingleQuoted()
    {
        var start = _at;
        var end = _text.IndexOf('\'', start + 1);
        _at = end < 0 ? _text.Length : end + 1;
        return end >= 0 || Fail(SyntaxErrorKind.UnclosedQuote, start, _text.Length);
    }

    private bool ReadDoubleQuoted()
    {
        var start = _at++;
        while (!AtEnd)
        {
            switch (Current)
            {
                case '"':
                    return Skip(1);
                case '$':
                    if (!ReadVariable())
                        return false;
                    break;
                case var unit:
                    Skip(1);
                    if (unit == _escape && (Current is '"' or '$' || Current == _escape))
                        Skip(1);
                    break;
            }
        }

        return Fail(SyntaxErrorKind.UnclosedQuote, start, _text.Length);
    }

    private bool ReadVariable()
    {
        var start = _at++;
        if (Current == '{')
            return ReadBraced(start);
        var name = ReadName();
        if (name.Text.Length > 0)
            _found.Add(new VariableReference { Span = _word.SpanOf(start, _at - start), Name = name });
        return true;
    }

    private bool ReadBraced(int start)
    {
        _at++;
        var outer = _found;
        _found = ImmutableArray.CreateBuilder<VariableReference>();
        var isBad = Current is '{' or '}' or ':';
        var name = isBad ? _word.Slice(_at, 0) : ReadName();
        var reference = new VariableReference { Span = default, Name = name };
        var isRead = isBad
            ? Fail(SyntaxErrorKind.BadSubstitution, start, _at + 1)
            : name.Text.Length == 0 && AtEnd
                ? Fail(SyntaxErrorKind.MissingBrace, start, _at)
                : ReadOperation(start, ref reference);
        outer.Add(reference with { Span = _word.SpanOf(start, _at - start), Nested = _found.ToImmutable() });
        _found = outer;
        return isRead;
    }

    /// <summary>Reads what follows the name, to the closing brace.</summary>
    private bool ReadOperation(int start, ref VariableReference reference)
    {
        var operatorStart = _at;
        var unit = Current;
        Skip(1);
        switch (unit)
        {
            case '}':
                return true;
            case ':':
                unit = Current;
                Skip(1);
                reference = reference with
                {
                    Operator = unit switch
                    {
                        '-' => VariableOperator.DefaultIfEmpty,
                        '+' => VariableOperator.AlternativeIfFilled,
                        '?' => VariableOperator.ErrorIfEmpty,
                        _ => VariableOperator.Unknown,
                    },
                };
                var operatorEnd = _at;
                if (unit is '#' or '%')
                    return Fail(SyntaxErrorKind.UnsupportedModifier, operatorStart, operatorEnd);
                return ReadWord(start, ref reference)
                    && (reference.Operator != VariableOperator.Unknown
                        || Fail(SyntaxErrorKind.UnsupportedModifier, operatorStart, operatorEnd));
            case '-' or '+' or '?':
                reference = reference with
                {
                    Operator = unit switch
                    {
                        '-' => VariableOperator.DefaultIfUnset,
                        '+' => VariableOperator.AlternativeIfSet,
                        _ => VariableOperator.ErrorIfUnset,
                    },
                };
                return ReadWord(start, ref reference);
            case '#' or '%':
                var isLongest = Current == unit;
                if (isLongest)
                    _at++;
                reference = reference with
                {
                    Operator = (unit, isLongest) switch
                    {
                        ('#', false) => VariableOperator.TrimShortestStart,
                        ('#', true) => VariableOperator.TrimLongestStart,
                        (_, false) => VariableOperator.TrimShortestEnd,
                        (_, true) => VariableOperator.TrimLongestEnd,
                    },
                };
                return ReadWord(start, ref reference) && CheckPattern(reference.Word!);
            case '/':
                var isForAll = Current == '/';
                if (isForAll)
                    _at++;
                reference = reference with { Operator = isForAll ? VariableOperator.ReplaceAll : VariableOperator.ReplaceFirst };
                return ReadReplacement(start, ref reference);
            default:
                reference = reference with { Operator = VariableOperator.Unknown };
                return Fail(SyntaxErrorKind.UnsupportedModifier, operatorStart, _at);
        }
    }

    private bool ReadWord(int start, ref VariableReference reference)
    {
        var isRead = ReadPart('}', SyntaxErrorKind.MissingBrace, start, out var word);
        reference = reference with { Word = word };
        return isRead;
    }

    private bool ReadReplacement(int start, ref VariableReference reference)
    {
        var hasPattern = ReadPart('/', SyntaxErrorKind.MissingSlash, start, out var pattern);
        reference = reference with { Word = pattern };
        if (!hasPattern)
            return false;
        var isRead = ReadPart('}', SyntaxErrorKind.MissingBrace, start, out var replacement);
        reference = reference with { Replacement = replacement };
        return isRead && CheckPattern(pattern);
    }

    /// <summary>What stands in quotes or comes from a variable is a pattern too, but only the lexer with all values can tell which.</summary>
    private bool CheckPattern(PlacedText pattern)
    {
        if (pattern.Text.AsSpan().IndexOfAny("$'\"") >= 0 || ShellPattern.Parse(pattern.Text) is not null)
            return true;
        _error ??= new SyntaxError(SyntaxErrorKind.InvalidPattern, pattern.Span);
        return false;
    }

    private bool ReadPart(char stop, SyntaxErrorKind missing, int start, out PlacedText part)
    {
        var partStart = _at;
        var errorBefore = _error;
        var isRead = ReadUntil(stop);
        part = _word.Slice(partStart, _at - partStart - (isRead ? 1 : 0));
        if (isRead || !AtEnd)
            return isRead;

        // BuildKit reports what is missing here rather than the open quote inside.
        _error = errorBefore;
        return Fail(missing, start, _at);
    }

    private PlacedText ReadName()
    {
        var start = _at;
        if (!AtEnd && char.IsDigit(_text[_at]))
        {
            while (!AtEnd && char.IsDigit(_text[_at]))
                _at++;
        }
        else if (Current is '@' or '*' or '#' or '?' or '-' or '$' or '!')
        {
            _at++;
        }
        else
        {
            while (!AtEnd && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_'))
                _at++;
        }

        return _word.Slice(start, _at - start);
    }
}
