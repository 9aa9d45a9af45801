using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dockstage.Core.Text;

namespace Dockstage.Core.Formats;

/// <summary>
/// Reads JSON for people who are still writing it: never fails, keeps every place, knows no schema. Comments (<c>//</c>, <c>/* */</c>) and
/// trailing commas are allowed, as in VS Code's own settings. Behind a mistake it goes on with the next thing that makes sense.
/// </summary>
public static class JsonReader
{
    /// <summary>Objects and arrays in one another that are read.</summary>
    private const int DeepestNesting = 128;

    /// <summary>Reads a text. A text with nothing in it has no value and no error.</summary>
    public static JsonFile Read(SourceText text) => new Reading(text.ToString()).File();

    /// <summary>One pass over a text.</summary>
    private sealed class Reading(string text)
    {
        private readonly ImmutableArray<JsonError>.Builder _errors = ImmutableArray.CreateBuilder<JsonError>();
        private int _at;
        private int _depth;

        private bool IsAtEnd => _at >= text.Length;

        private char Current => _at < text.Length ? text[_at] : '\0';

        public JsonFile File()
        {
            if (text.StartsWith('\uFEFF'))
                _at = 1;
            Blanks();
            JsonNode? root = null;
            while (!IsAtEnd)
            {
                var value = Current is ',' or ':' or '}' or ']' ? null : Value();
                if (value is null)
                    Error(TextSpan.Between(_at, ++_at), JsonErrorKind.Unexpected);
                else if (root is null)
                    root = value;
                else if (value is not JsonGarbage)
                    Error(value.Span, JsonErrorKind.Unexpected);
                Blanks();
            }

            return new JsonFile(root, [.. _errors.OrderBy(error => error.Span.Start)]);
        }

        /// <summary>The value that begins here, or null when none does: at the end or at a mark of punctuation.</summary>
        private JsonNode? Value() => Current switch
        {
            '{' or '[' when _depth == DeepestNesting => TooDeep(),
            '{' => Object(),
            '[' => Array(),
            '"' or '\'' => Text(),
            '\0' when IsAtEnd => null,
            '}' or ']' or ',' or ':' => null,
            _ => Word(),
        };

        private JsonObject Object()
        {
            var start = _at++;
            _depth++;
            var members = ImmutableArray.CreateBuilder<JsonMember>();
            for (Blanks(); !Closes('}', start); Blanks())
            {
                if (Current is ',' or ':' or '{' or '[' or ']')
                {
                    Skip();
                    continue;
                }

                var member = Member();
                members.Add(member);
                // Behind a key alone the comma is not what is missing.
                if (member.Value is { } value)
                    Separator(value.Span.End, '}');
                else if (Current == ',')
                    _at++;
            }

            _depth--;
            return new JsonObject(TextSpan.Between(start, _at), members.ToImmutable());
        }

        private JsonMember Member()
        {
            var key = Key();
            Blanks();
            if (Current != ':')
            {
                Error(key.Span, JsonErrorKind.MissingColon);
                return new JsonMember(key, null);
            }

            var colon = _at++;
            Blanks();
            var (valueAt, errors) = (_at, _errors.Count);
            var value = Value();
            if (value is JsonText && IsKeyOfNextMember())
            {
                // Nothing is written behind the colon yet; what follows is the next member.
                value = null;
                _at = valueAt;
                _errors.Count = errors;
            }

            if (value is null)
                Error(TextSpan.Between(colon, colon + 1), JsonErrorKind.MissingValue);
            return new JsonMember(key, value);
        }

        private bool IsKeyOfNextMember()
        {
            var (at, errors) = (_at, _errors.Count);
            Blanks();
            var isKey = Current == ':';
            _at = at;
            _errors.Count = errors;
            return isKey;
        }

        private JsonText Key()
        {
            if (Current is '"' or '\'')
                return Text();
            var word = WordSpan();
            Error(word, JsonErrorKind.NotQuoted);
            return new JsonText(word, word, text.Substring(word.Start, word.Length));
        }

        private JsonArray Array()
        {
            var start = _at++;
            _depth++;
            var items = ImmutableArray.CreateBuilder<JsonNode>();
            for (Blanks(); !Closes(']', start); Blanks())
            {
                if (Value() is { } item)
                {
                    items.Add(item);
                    Separator(item.Span.End, ']');
                }
                else
                {
                    Skip();
                }
            }

            _depth--;
            return new JsonArray(TextSpan.Between(start, _at), items.ToImmutable());
        }

        /// <summary>Takes the closing mark; at the end of the text, or at the other kind's mark inside something of that kind, tells that it is missing.</summary>
        private bool Closes(char mark, int opening)
        {
            if (Current == mark && !IsAtEnd)
            {
                _at++;
                return true;
            }

            if (!IsAtEnd && !(Current is '}' or ']' && _depth > 1))
                return false;
            Error(new TextSpan(opening, 1), JsonErrorKind.Unclosed);
            return true;
        }

        private void Separator(int behind, char closing)
        {
            Blanks();
            if (Current == ',')
                _at++;
            else if (!IsAtEnd && Current != closing && Current is not ('}' or ']' or ':'))
                Error(TextSpan.Between(Math.Max(0, behind - 1), behind), JsonErrorKind.MissingComma);
        }

        private void Skip() => Error(TextSpan.Between(_at, ++_at), JsonErrorKind.Unexpected);

        private JsonGarbage TooDeep()
        {
            var start = _at;
            Error(new TextSpan(start, 1), JsonErrorKind.TooDeep);
            var open = 0;
            do
            {
                if (Current is '"')
                {
                    Text();
                    continue;
                }

                open += Current is '{' or '[' ? 1 : Current is '}' or ']' ? -1 : 0;
                _at++;
            }
            while (open > 0 && !IsAtEnd);
            return new JsonGarbage(TextSpan.Between(start, _at));
        }

        private JsonText Text()
        {
            var start = _at;
            var quote = text[_at++];
            var value = new StringBuilder();
            while (!IsAtEnd && Current is not ('\n' or '\r') && Current != quote)
                Unit(value);
            var content = TextSpan.Between(start + 1, _at);
            if (Current == quote && !IsAtEnd)
                _at++;
            else
                Error(TextSpan.Between(start, _at), JsonErrorKind.UnclosedText);
            var span = TextSpan.Between(start, _at);
            if (quote == '\'')
                Error(span, JsonErrorKind.NotQuoted);
            return new JsonText(span, content, value.ToString());
        }

        /// <summary>One unit of a text or one escape. RFC 8259, section 7.</summary>
        private void Unit(StringBuilder value)
        {
            var start = _at;
            var unit = text[_at++];
            if (unit != '\\')
            {
                if (unit < ' ')
                    Error(TextSpan.Between(start, _at), JsonErrorKind.InvalidEscape);
                value.Append(unit);
                return;
            }

            var escaped = Current;
            if (escaped == 'u' && _at + 5 <= text.Length
                && ushort.TryParse(text.AsSpan(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                value.Append((char)code);
                _at += 5;
                return;
            }

            const string Escapes = "\"\\/bfnrt";
            const string Meanings = "\"\\/\b\f\n\r\t";
            var known = Escapes.IndexOf(escaped);
            if (known >= 0)
            {
                value.Append(Meanings[known]);
                _at++;
                return;
            }

            var isOnLine = !IsAtEnd && escaped is not ('\n' or '\r');
            Error(TextSpan.Between(start, isOnLine ? _at + 1 : _at), JsonErrorKind.InvalidEscape);
            value.Append('\\');
        }

        private JsonNode Word()
        {
            var span = WordSpan();
            var word = text.AsSpan(span.Start, span.Length);
            switch (word)
            {
                case "true" or "false":
                    return new JsonFlag(span, word is "true");
                case "null":
                    return new JsonNull(span);
            }

            if (IsNumber(word))
                return new JsonNumber(span, word.ToString());
            Error(span, char.IsLetter(word[0]) ? JsonErrorKind.NotQuoted : JsonErrorKind.Unexpected);
            return new JsonGarbage(span);
        }

        /// <summary>Everything up to a blank, a quote or a mark of punctuation; at least one unit.</summary>
        private TextSpan WordSpan()
        {
            var start = _at++;
            while (!IsAtEnd && !char.IsWhiteSpace(Current) && Current is not ('{' or '}' or '[' or ']' or ',' or ':' or '"' or '\'' or '/'))
                _at++;
            return TextSpan.Between(start, _at);
        }

        /// <summary>RFC 8259, section 6.</summary>
        private static bool IsNumber(ReadOnlySpan<char> word)
        {
            var digits = word.StartsWith("-") ? word[1..] : word;
            return digits is ['0'] or ['0', not (>= '0' and <= '9'), ..] or [>= '1' and <= '9', ..]
                && char.IsAsciiDigit(digits[^1])
                && !digits.Contains(".e", StringComparison.OrdinalIgnoreCase)
                && double.TryParse(
                    word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
        }

        private void Blanks()
        {
            while (!IsAtEnd)
            {
                if (char.IsWhiteSpace(Current))
                    _at++;
                else if (Current == '/' && _at + 1 < text.Length && text[_at + 1] is '/' or '*')
                    Comment();
                else
                    return;
            }
        }

        private void Comment()
        {
            var start = _at;
            var isBlock = text[_at + 1] == '*';
            var length = isBlock
                ? text.AsSpan(_at + 2).IndexOf("*/") is >= 0 and var end ? end + 4 : -1
                : text.AsSpan(_at).IndexOfAny('\r', '\n');
            _at = length < 0 ? text.Length : _at + length;
            if (isBlock && length < 0)
                Error(new TextSpan(start, 2), JsonErrorKind.Unclosed);
        }

        private void Error(TextSpan span, JsonErrorKind kind) => _errors.Add(new JsonError(span, kind));
    }
}
