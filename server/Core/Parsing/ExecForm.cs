using System.Buffers;

namespace Dockstage.Core.Parsing;

/// <summary>The JSON form of arguments: <c>["a", "b"]</c>. BuildKit: any text that is no JSON array is taken as the shell form.</summary>
internal static class ExecForm
{
    private const string JsonBlanks = " \t\r\n";

    private static readonly SearchValues<char> StringSpecial =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(control => (char)control), '"', '\\']);

    /// <summary>Whether arguments are a JSON array of strings.</summary>
    public static bool IsExecForm(ReadOnlySpan<char> arguments)
    {
        if (arguments.IsEmpty || arguments[0] != '[')
            return false;
        var rest = arguments[1..].TrimStart(JsonBlanks);
        if (rest.StartsWith("]"))
            return rest[1..].TrimStart(JsonBlanks).IsEmpty;
        while (true)
        {
            if (!TrySkipString(ref rest))
                return false;
            rest = rest.TrimStart(JsonBlanks);
            if (rest.StartsWith("]"))
                return rest[1..].TrimStart(JsonBlanks).IsEmpty;
            if (!rest.StartsWith(","))
                return false;
            rest = rest[1..].TrimStart(JsonBlanks);
        }
    }

    private static bool TrySkipString(ref ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("\""))
            return false;
        rest = rest[1..];
        while (true)
        {
            var special = rest.IndexOfAny(StringSpecial);
            if (special < 0 || rest[special] < ' ')
                return false;
            if (rest[special] == '"')
            {
                rest = rest[(special + 1)..];
                return true;
            }

            if (!TrySkipEscape(ref rest, special + 1))
                return false;
        }
    }

    private static bool TrySkipEscape(ref ReadOnlySpan<char> rest, int at)
    {
        if (at >= rest.Length)
            return false;
        var length = rest[at] == 'u' ? 5 : 1;
        if (at + length > rest.Length || !"\"\\/bfnrtu".Contains(rest[at], StringComparison.Ordinal))
            return false;
        foreach (var digit in rest.Slice(at + 1, length - 1))
        {
            if (!char.IsAsciiHexDigit(digit))
                return false;
        }

        rest = rest[(at + length)..];
        return true;
    }
}
