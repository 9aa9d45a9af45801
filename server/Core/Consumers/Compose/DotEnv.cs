using System.Buffers;
using System.Text;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// Files of variables, as Compose reads <c>.env</c> (compose-go, dotenv): <c>NAME=value</c> or <c>NAME: value</c> on each line, <c>export</c>
/// before it, comments, quotes over several lines, escapes in double quotes, variables in all but single quotes.
/// </summary>
internal static class DotEnv
{
    private static readonly SearchValues<char> LetterEscapes = SearchValues.Create("abfnrtv\"\\");

    /// <summary>
    /// Reads files of variables, a later one over an earlier. What cannot be read yet or is not there sets nothing. Where Compose would stop with an
    /// error, the rest of the line is left out and reading goes on, for the file may be half written.
    /// </summary>
    /// <param name="files">The files.</param>
    /// <param name="outer">Variables that beat them, and that their values may use.</param>
    public static Dictionary<string, ComposeVariable> Read(IEnumerable<Document> files, ComposeVariables outer)
    {
        var found = new Dictionary<string, ComposeVariable>(StringComparer.Ordinal);
        foreach (var file in files)
            new Reader(file, outer, found).Run();
        return found;
    }

    private sealed class Reader(Document file, ComposeVariables outer, Dictionary<string, ComposeVariable> found)
    {
        private readonly string _text = file.Text.ToString();
        private int _at;

        public void Run()
        {
            if (_text.StartsWith('\uFEFF'))
                _at++;
            while (SkipToStatement())
            {
                SkipExport();
                if (ReadName() is not { } name)
                    SkipLine();
                else if (Behind() is '=' or ':')
                    ReadValue(name);
                else if (outer.Find(name) is { } inherited)
                    found[name] = inherited;
            }
        }

        private char Behind() => _at < _text.Length ? _text[_at] : '\n';

        private bool SkipToStatement()
        {
            while (_at < _text.Length)
            {
                if (_text[_at] == '#')
                    SkipLine();
                else if (char.IsWhiteSpace(_text[_at]))
                    _at++;
                else
                    return true;
            }

            return false;
        }

        private void SkipExport()
        {
            const string Word = "export";
            if (_text.AsSpan(_at).StartsWith(Word) && _at + Word.Length < _text.Length && IsBlank(_text[_at + Word.Length]))
            {
                _at += Word.Length;
                SkipBlanks();
            }
        }

        /// <summary>The name before <c>=</c>, <c>:</c> or the line's end, where reading then stands; null for what is no name.</summary>
        private string? ReadName()
        {
            var start = _at;
            while (_at < _text.Length && _text[_at] is not ('=' or ':' or '\n'))
            {
                var unit = _text[_at];
                if (!IsBlank(unit) && !char.IsLetterOrDigit(unit) && !char.IsNumber(unit) && unit is not ('_' or '.' or '-' or '[' or ']'))
                    return null;
                _at++;
            }

            var name = _text[start.._at].TrimEnd();
            return name.Length == 0 || name.Contains(' ') ? null : name;
        }

        private void ReadValue(string name)
        {
            _at++;
            SkipBlanks();
            var value = Behind() is '"' or '\'' ? ReadQuoted(_text[_at]) : ReadPlain();
            // compose-go: names that begin with a digit are read and ignored; nothing could use them.
            if (value is not null)
                found[name] = value;
        }

        private ComposeVariable ReadPlain()
        {
            var start = _at;
            SkipLine();
            var line = _text.AsSpan(start, _at - start);
            var comment = line.IndexOf(" #");
            var value = (comment < 0 ? line : line[..comment]).TrimEnd().ToString();
            return Made(value, new TextSpan(start, value.Length));
        }

        private ComposeVariable? ReadQuoted(char quote)
        {
            var start = _at + 1;
            var text = new StringBuilder();
            for (var i = start; i < _text.Length; i++)
            {
                var unit = _text[i];
                if (unit == '\\' && i + 1 < _text.Length)
                {
                    i++;
                    text.Append(_text[i] == quote ? "" : "\\").Append(_text[i]);
                }
                else if (unit == quote)
                {
                    _at = i + 1;
                    var span = TextSpan.Between(start, i);
                    return quote == '"' ? Made(Unescape(text.ToString()), span) : Literal(text.ToString(), span);
                }
                else
                {
                    text.Append(unit);
                }
            }

            // The closing quote is missing.
            SkipLine();
            return null;
        }

        private ComposeVariable Made(string written, TextSpan span)
        {
            if (!written.Contains('$'))
                return Literal(written, span);
            var interpolation = Interpolation.Read(written, outer.WithWeaker(found));
            return new ComposeVariable(interpolation.Text, null, interpolation.IsOpen);
        }

        private ComposeVariable Literal(string text, TextSpan span) => new(
            text,
            file.Text.Slice(span).SequenceEqual(text) ? new TextValue { File = file.Path, Span = span, Reach = span, Text = text } : null);

        /// <summary>The escapes of double quotes; <c>\$</c> becomes <c>$$</c>, which stands for a dollar sign.</summary>
        private static string Unescape(string text)
        {
            if (!text.Contains('\\'))
                return text;
            var result = new StringBuilder(text.Length);
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] != '\\' || i + 1 >= text.Length)
                {
                    result.Append(text[i]);
                }
                else if (text[i + 1] == '$')
                {
                    result.Append("$$");
                    i++;
                }
                else if (LetterEscapes.Contains(text[i + 1]))
                {
                    i++;
                    var known = "abfnrtv".IndexOf(text[i]);
                    result.Append(known < 0 ? text[i] : "\a\b\f\n\r\t\v"[known]);
                }
                else if (OctalAt(text, i + 1) is { } octal)
                {
                    result.Append((char)octal);
                    i += 4;
                }
                else
                {
                    result.Append('\\');
                }
            }

            return result.ToString();
        }

        /// <summary>The value of <c>0</c> and three octal digits.</summary>
        private static int? OctalAt(string text, int at)
        {
            if (at + 4 > text.Length || text[at] != '0')
                return null;
            var value = 0;
            foreach (var digit in text.AsSpan(at + 1, 3))
            {
                if (digit is < '0' or > '7')
                    return null;
                value = (value * 8) + (digit - '0');
            }

            return value < 256 ? value : null;
        }

        private void SkipLine()
        {
            while (_at < _text.Length && _text[_at] != '\n')
                _at++;
        }

        private void SkipBlanks()
        {
            while (_at < _text.Length && IsBlank(_text[_at]))
                _at++;
        }

        private static bool IsBlank(char unit) => unit is '\t' or '\v' or '\f' or '\r' or ' ' or '\u0085' or '\u00A0';
    }
}
