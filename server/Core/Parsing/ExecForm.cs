using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Parsing;

/// <summary>
/// The JSON form of arguments: <c>["a", "b"]</c>. BuildKit (<c>parseJSON</c>, Go's <c>encoding/json</c>): a JSON array with something else
/// than strings in it is an error; any text that is no JSON array is taken as the shell form.
/// </summary>
internal ref struct ExecForm
{
    private const char NoUnit = '\0';

    /// <summary>Go's limit; a deeper text is no JSON to it.</summary>
    private const int DeepestNesting = 10_000;

    private static readonly SearchValues<char> StringSpecial =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(control => (char)control), '"', '\\']);

    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private ExecForm(ReadOnlySpan<char> text) => _text = text;

    private readonly char Current => _at < _text.Length ? _text[_at] : NoUnit;

    /// <summary>What arguments are.</summary>
    public static ExecFormKind Find(ReadOnlySpan<char> arguments) => new ExecForm(arguments).ReadArray(strings: null);

    /// <summary>What arguments are, and the strings among them.</summary>
    public static ExecFormKind Read(PlacedText arguments, out ImmutableArray<Argument> strings)
    {
        var spans = new List<TextSpan>();
        var kind = new ExecForm(arguments.Text).ReadArray(spans);
        strings = kind == ExecFormKind.None ? [] : [.. spans.Select(span => MakeArgument(arguments, span))];
        return kind;
    }

    private ExecFormKind ReadArray(List<TextSpan>? strings)
    {
        if (Current != '[')
            return ExecFormKind.None;
        _at++;
        var kind = ExecFormKind.Strings;
        SkipBlanks();
        for (var isFirst = true; !(isFirst && Current == ']'); isFirst = false)
        {
            var start = _at;
            var isString = Current == '"';
            if (!(isString ? SkipString() : SkipValue()))
                return ExecFormKind.None;
            if (isString)
                strings?.Add(TextSpan.Between(start, _at));
            else
                kind = ExecFormKind.Mixed;
            SkipBlanks();
            if (Current == ']')
                break;
            if (Current != ',')
                return ExecFormKind.None;
            _at++;
            SkipBlanks();
        }

        _at++;
        SkipBlanks();
        return _at == _text.Length ? kind : ExecFormKind.None;
    }

    private void SkipBlanks()
    {
        while (Current is ' ' or '\t' or '\r' or '\n')
            _at++;
    }

    /// <summary>Steps over any value, without recursion: a text may nest as deep as it likes.</summary>
    private bool SkipValue()
    {
        var closers = new Stack<char>();
        do
        {
            if (!SkipValueStart(closers, out var isOpen) || closers.Count > DeepestNesting)
                return false;
            while (!isOpen && closers.TryPeek(out var closer))
            {
                SkipBlanks();
                if (Current == closer)
                {
                    _at++;
                    closers.Pop();
                    continue;
                }

                if (Current != ',')
                    return false;
                _at++;
                SkipBlanks();
                if (closer == '}' && !SkipKey())
                    return false;
                isOpen = true;
            }
        }
        while (closers.Count > 0);
        return true;
    }

    /// <summary>Steps over a value, or into an array or object that is not empty, where <paramref name="isOpen"/> a value must follow.</summary>
    private bool SkipValueStart(Stack<char> closers, out bool isOpen)
    {
        isOpen = false;
        if (Current is not ('[' or '{'))
            return Current == '"' ? SkipString() : SkipNumberOrName();
        var closer = Current == '[' ? ']' : '}';
        _at++;
        SkipBlanks();
        if (Current == closer)
        {
            _at++;
            return true;
        }

        closers.Push(closer);
        isOpen = true;
        return closer == ']' || SkipKey();
    }

    private bool SkipKey()
    {
        if (Current != '"' || !SkipString())
            return false;
        SkipBlanks();
        if (Current != ':')
            return false;
        _at++;
        SkipBlanks();
        return true;
    }

    private bool SkipNumberOrName()
    {
        foreach (var name in (ReadOnlySpan<string>)["true", "false", "null"])
        {
            if (_text[_at..].StartsWith(name))
            {
                _at += name.Length;
                return true;
            }
        }

        var start = _at;
        if (Current == '-')
            _at++;
        if (Current == '0')
            _at++;
        else if (!SkipDigits())
            return false;
        if (Current == '.')
        {
            _at++;
            if (!SkipDigits())
                return false;
        }

        if (Current is 'e' or 'E')
        {
            _at++;
            if (Current is '+' or '-')
                _at++;
            if (!SkipDigits())
                return false;
        }

        // To Go a number that is too large is a mistake in the JSON.
        return double.TryParse(_text[start.._at], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number);
    }

    private bool SkipDigits()
    {
        var start = _at;
        while (char.IsAsciiDigit(Current))
            _at++;
        return _at > start;
    }

    private bool SkipString()
    {
        _at++;
        while (true)
        {
            var special = _text[_at..].IndexOfAny(StringSpecial);
            if (special < 0)
                return false;
            _at += special;
            if (Current == '"')
            {
                _at++;
                return true;
            }

            if (EscapeLength(_text, _at) is not { } length)
                return false;
            _at += length;
        }
    }

    /// <summary>How many units an escape has; null for a control character and for an escape that JSON does not know.</summary>
    private static int? EscapeLength(ReadOnlySpan<char> text, int at)
    {
        if (text[at] != '\\' || at + 1 >= text.Length || !"\"\\/bfnrtu".Contains(text[at + 1], StringComparison.Ordinal))
            return null;
        if (text[at + 1] != 'u')
            return 2;
        if (at + 6 > text.Length)
            return null;
        foreach (var digit in text.Slice(at + 2, 4))
        {
            if (!char.IsAsciiHexDigit(digit))
                return null;
        }

        return 6;
    }

    private static Argument MakeArgument(PlacedText arguments, TextSpan quoted)
    {
        var text = arguments.Text.AsSpan();
        var value = new PlacedText.Builder(arguments.OffsetAt(quoted.Start) + 1);
        for (var at = quoted.Start + 1; at < quoted.End - 1;)
        {
            var plain = text[at..(quoted.End - 1)].IndexOf('\\');
            var length = plain < 0 ? quoted.End - 1 - at : plain;
            if (length > 0)
            {
                value.Add(arguments, at, length);
                at += length;
                continue;
            }

            var escapeLength = EscapeLength(text, at)!.Value;
            value.Add([Unescape(text.Slice(at, escapeLength))], arguments.OffsetAt(at + escapeLength - 1));
            at += escapeLength;
        }

        return new Argument(arguments.SpanOf(quoted.Start, quoted.Length), value.Build());
    }

    private static char Unescape(ReadOnlySpan<char> escape) => escape[1] switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => (char)ushort.Parse(escape[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
        var other => other,
    };
}
