using System.Collections.Immutable;
using System.Globalization;
using Dockstage.Core.Text;

namespace Dockstage.Core.Formats;

/// <summary>
/// Where each piece of a scalar's text is written: through indentation, line ends, folded lines, quotes and escapes. It is found by laying what the
/// scalar says beside what is written; if one does not come from the other, there is no answer.
/// </summary>
public sealed class YamlScalarText
{
    private readonly SourceText _source;
    private readonly string _said;
    private readonly ImmutableArray<MappedPiece>.Builder _pieces = ImmutableArray.CreateBuilder<MappedPiece>();
    private int _at;

    private YamlScalarText(SourceText source, string said) => (_source, _said) = (source, said);

    /// <summary>The text of a scalar and how more text is written in it; null for one without text, and where it cannot be told.</summary>
    public static (MappedText Text, MappedStyle Style)? Of(SourceText source, YamlScalar scalar)
    {
        if (scalar.Text.Length == 0 || scalar.Span.IsEmpty)
            return null;
        var reading = new YamlScalarText(source, scalar.Text);
        return scalar.Style is YamlScalarStyle.Literal or YamlScalarStyle.Folded ? reading.Block(scalar) : reading.Flow(scalar);
    }

    /// <summary>YAML 1.2.2, 8.1: the lines below the head, without their indentation.</summary>
    private (MappedText, MappedStyle)? Block(YamlScalar scalar)
    {
        var first = _source.LineAt(scalar.Span.Start);
        var head = first - 1;
        while (head >= 0 && _source.Slice(_source.LineSpan(head)).IsWhiteSpace())
            head--;
        if (head < 0)
            return null;
        var body = _said.TrimStart('\n');
        var indent = LeadingBlanks(_source.Slice(_source.LineSpan(first))) - LeadingBlanks(body);
        if (indent < 1)
            return null;
        var start = StartOf(head + 1);
        if (!(scalar.Style == YamlScalarStyle.Literal ? Literal(head + 1, indent) : Folded(head + 1, indent)))
            return null;
        var lineBreak = _source.ToString(TextSpan.Between(_source.LineSpan(head).End, start));
        return (
            new MappedText(_said, start, _pieces.ToImmutable()),
            new MappedStyle((scalar.Style == YamlScalarStyle.Literal ? lineBreak : lineBreak + lineBreak) + new string(' ', indent), indent, ImmutableDictionary<char, string>.Empty));
    }

    private bool Literal(int line, int indent)
    {
        for (; _at < _said.Length; line++)
        {
            if (line >= _source.LineCount || ContentOf(line, indent) is not { } content || !Same(content))
                return false;
            if (_at == _said.Length)
                break;
            if (_said[_at] != '\n')
                return false;
            Written(1, TextSpan.Between(content.End, StartOf(line + 1)));
        }

        return true;
    }

    /// <summary>YAML 1.2.2, 8.1.3: a line end between two lines becomes a blank; one beside empty or deeper lines stays.</summary>
    private bool Folded(int line, int indent)
    {
        var end = StartOf(line);
        for (; _at < _said.Length && !_said.AsSpan(_at).TrimStart('\n').IsEmpty; line++)
        {
            if (line >= _source.LineCount || ContentOf(line, indent) is not { } content)
                return false;
            if (content.IsEmpty)
                continue;
            if (_at > 0 || _said[0] == '\n')
                Written(Gap(), TextSpan.Between(end, content.Start - indent));
            if (!Same(content))
                return false;
            end = content.End;
        }

        if (_at < _said.Length)
            Written(_said.Length - _at, TextSpan.Between(end, StartOf(_source.LineAt(end) + 1)));
        return true;
    }

    /// <summary>YAML 1.2.2, 7.3: quoted and plain scalars.</summary>
    private (MappedText, MappedStyle)? Flow(YamlScalar scalar)
    {
        var start = scalar.Span.Start;
        for (var at = start; at < scalar.Span.End;)
        {
            var run = at;
            while (run < scalar.Span.End && _source[run] is ' ' or '\t')
                run++;
            var unit = run < scalar.Span.End ? _source[run] : '\0';
            if (unit is '\r' or '\n')
            {
                var (next, breaks) = BehindBreaks(run, scalar.Span.End);
                if (!Says(breaks == 1 ? " " : new string('\n', breaks - 1)))
                    return null;
                Written(Math.Max(1, breaks - 1), TextSpan.Between(at, next));
                at = next;
            }
            else if (run > at)
            {
                if (!Same(TextSpan.Between(at, run)))
                    return null;
                at = run;
            }
            else if (unit == '\'' && scalar.Style == YamlScalarStyle.SingleQuoted)
            {
                if (!Says("'"))
                    return null;
                Written(1, new TextSpan(at, 2));
                at += 2;
            }
            else if (unit == '\\' && scalar.Style == YamlScalarStyle.DoubleQuoted)
            {
                if (Escape(at, scalar.Span.End) is not var (length, text) || !Says(text))
                    return null;
                Written(text.Length, new TextSpan(at, length));
                at += length;
            }
            else
            {
                var end = at + 1;
                while (end < scalar.Span.End && _source[end] is not (' ' or '\t' or '\r' or '\n' or '\'' or '\\'))
                    end++;
                if (!Same(TextSpan.Between(at, end)))
                    return null;
                at = end;
            }
        }

        if (_at != _said.Length)
            return null;
        var escapes = ImmutableDictionary<char, string>.Empty;
        if (scalar.Style == YamlScalarStyle.SingleQuoted)
            escapes = escapes.Add('\'', "''");
        if (scalar.Style == YamlScalarStyle.DoubleQuoted)
            escapes = escapes.Add('"', "\\\"").Add('\\', "\\\\");
        return (new MappedText(_said, start, _pieces.ToImmutable()), new MappedStyle(scalar.Style == YamlScalarStyle.DoubleQuoted ? "\\n" : null, 0, escapes));
    }

    /// <summary>What a line holds behind its indentation; null for a line that stands too far to the left.</summary>
    private TextSpan? ContentOf(int line, int indent)
    {
        var span = _source.LineSpan(line);
        var blanks = LeadingBlanks(_source.Slice(span));
        return blanks >= indent ? TextSpan.Between(span.Start + indent, span.End)
            : blanks == span.Length ? TextSpan.At(span.End)
            : null;
    }

    private int Gap()
    {
        var length = 0;
        while (_at + length < _said.Length && _said[_at + length] == '\n')
            length++;
        return length > 0 ? length : 1;
    }

    private (int Next, int Breaks) BehindBreaks(int at, int end)
    {
        var breaks = 0;
        while (at < end && _source[at] is ' ' or '\t' or '\r' or '\n')
        {
            if (_source[at] == '\n' || (_source[at] == '\r' && (at + 1 >= end || _source[at + 1] != '\n')))
                breaks++;
            at++;
        }

        return (at, breaks);
    }

    /// <summary>YAML 1.2.2, 5.7: how long an escape is and what it says; null for what is none.</summary>
    private (int Length, string Text)? Escape(int at, int end)
    {
        if (at + 1 >= end)
            return null;
        var unit = _source[at + 1];
        if (unit is '\r' or '\n')
        {
            var next = at + (unit == '\r' && at + 2 < end && _source[at + 2] == '\n' ? 3 : 2);
            while (next < end && _source[next] is ' ' or '\t')
                next++;
            return (next - at, "");
        }

        var digits = unit switch
        {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        if (digits > 0)
        {
            return at + 2 + digits <= end
                && int.TryParse(_source.Slice(new TextSpan(at + 2, digits)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                && System.Text.Rune.IsValid(code)
                ? (2 + digits, new System.Text.Rune(code).ToString())
                : null;
        }

        var text = unit switch
        {
            '0' => "\0",
            'a' => "\a",
            'b' => "\b",
            't' or '\t' => "\t",
            'n' => "\n",
            'v' => "\v",
            'f' => "\f",
            'r' => "\r",
            'e' => "\e",
            ' ' or '"' or '/' or '\\' => unit.ToString(),
            'N' => "\u0085",
            '_' => "\u00A0",
            'L' => "\u2028",
            'P' => "\u2029",
            _ => null,
        };
        return text is null ? null : (2, text);
    }

    private bool Same(TextSpan written)
    {
        if (!_said.AsSpan(_at).StartsWith(_source.Slice(written)))
            return false;
        if (written.Length > 0)
            _pieces.Add(new MappedPiece(new TextSpan(_at, written.Length), written, MappedPieceKind.Same));
        _at += written.Length;
        return true;
    }

    private bool Says(string text) => _said.AsSpan(_at).StartsWith(text);

    private void Written(int length, TextSpan host)
    {
        _pieces.Add(new MappedPiece(new TextSpan(_at, length), host, MappedPieceKind.Written));
        _at += length;
    }

    private int StartOf(int line) => line < _source.LineCount ? _source.LineSpan(line).Start : _source.Length;

    private static int LeadingBlanks(ReadOnlySpan<char> line)
    {
        var count = 0;
        while (count < line.Length && line[count] == ' ')
            count++;
        return count;
    }
}
