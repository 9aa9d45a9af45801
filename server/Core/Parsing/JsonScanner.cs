using System.Buffers;
using System.Globalization;
using System.Text;

namespace Dockstage.Core.Parsing;

/// <summary>Steps over JSON as Go's <c>encoding/json</c> takes it. What is no JSON ends in false; nothing throws or recurses.</summary>
/// <param name="text">The text.</param>
internal ref struct JsonScanner(ReadOnlySpan<char> text)
{
    private const char NoUnit = '\0';

    /// <summary>Go's limit; a deeper text is no JSON to it.</summary>
    private const int DeepestNesting = 10_000;

    private static readonly SearchValues<char> StringSpecial =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(control => (char)control), '"', '\\']);

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>Index of the current unit.</summary>
    public readonly int At => _at;

    /// <summary>The current unit; NUL, which stands nowhere in JSON, at the end.</summary>
    public readonly char Current => _at < _text.Length ? _text[_at] : NoUnit;

    /// <summary>Whether nothing is left.</summary>
    public readonly bool AtEnd => _at == _text.Length;

    /// <summary>Steps over one unit, if it is the current one.</summary>
    public bool Skip(char unit)
    {
        if (Current != unit || AtEnd)
            return false;
        _at++;
        return true;
    }

    /// <summary>Steps over blanks, perhaps none.</summary>
    public void SkipBlanks()
    {
        while (Current is ' ' or '\t' or '\r' or '\n')
            _at++;
    }

    /// <summary>Steps over any value, without recursion: a text may nest as deep as it likes.</summary>
    public bool SkipValue()
    {
        if (Current == '"')
            return SkipString();
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

    /// <summary>Steps over a key, its colon, and the blanks behind.</summary>
    public bool SkipKey()
    {
        if (!SkipString())
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

    /// <summary>Steps over a string, quotation marks included.</summary>
    public bool SkipString()
    {
        if (!Skip('"'))
            return false;
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

    /// <summary>How many units an escape in a string has; null for a control character and for an escape that JSON does not know.</summary>
    public static int? EscapeLength(ReadOnlySpan<char> text, int at)
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

    /// <summary>What an escape stands for.</summary>
    public static char Unescape(ReadOnlySpan<char> escape) => escape[1] switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => (char)ushort.Parse(escape[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
        var other => other,
    };

    /// <summary>What a string says.</summary>
    /// <param name="quoted">The string with its quotation marks.</param>
    public static string Unquote(ReadOnlySpan<char> quoted)
    {
        var inner = quoted[1..^1];
        var said = new StringBuilder(inner.Length);
        for (var at = 0; at < inner.Length;)
        {
            if (inner[at] != '\\')
            {
                said.Append(inner[at++]);
                continue;
            }

            var length = EscapeLength(inner, at) ?? inner.Length - at;
            said.Append(Unescape(inner.Slice(at, length)));
            at += length;
        }

        return said.ToString();
    }
}
