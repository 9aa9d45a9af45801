using System.Collections.Immutable;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Parsing;

/// <summary>
/// The JSON form of arguments: <c>["a", "b"]</c>. BuildKit (<c>parseJSON</c>): a JSON array with something else than strings in it is an
/// error; any text that is no JSON array is taken as the shell form.
/// </summary>
internal static class ExecForm
{
    /// <summary>What arguments are.</summary>
    public static ExecFormKind Find(ReadOnlySpan<char> arguments) => ReadArray(new JsonScanner(arguments), strings: null);

    /// <summary>What arguments are, and the strings among them.</summary>
    public static ExecFormKind Read(PlacedText arguments, out ImmutableArray<Argument> strings)
    {
        var spans = new List<TextSpan>();
        var kind = ReadArray(new JsonScanner(arguments.Text), spans);
        strings = kind == ExecFormKind.None ? [] : [.. spans.Select(span => MakeArgument(arguments, span))];
        return kind;
    }

    private static ExecFormKind ReadArray(JsonScanner json, List<TextSpan>? strings)
    {
        if (!json.Skip('['))
            return ExecFormKind.None;
        var kind = ExecFormKind.Strings;
        json.SkipBlanks();
        if (!json.Skip(']'))
        {
            do
            {
                json.SkipBlanks();
                var start = json.At;
                var isString = json.Current == '"';
                if (!json.SkipValue())
                    return ExecFormKind.None;
                if (isString)
                    strings?.Add(TextSpan.Between(start, json.At));
                else
                    kind = ExecFormKind.Mixed;
                json.SkipBlanks();
            }
            while (json.Skip(','));
            if (!json.Skip(']'))
                return ExecFormKind.None;
        }

        json.SkipBlanks();
        return json.AtEnd ? kind : ExecFormKind.None;
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

            var escapeLength = JsonScanner.EscapeLength(text, at)!.Value;
            value.Add([JsonScanner.Unescape(text.Slice(at, escapeLength))], arguments.OffsetAt(at + escapeLength - 1));
            at += escapeLength;
        }

        return new Argument(arguments.SpanOf(quoted.Start, quoted.Length), value.Build());
    }
}
