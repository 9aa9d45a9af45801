using System.Globalization;
using System.Numerics;
using Dockstage.Core.Formats;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// What Compose makes of a value that is no text to YAML: <c>3.10</c> without quotes is the number 3.1, <c>0x1F</c> is 31. go-yaml reads it, and
/// Go prints it.
/// </summary>
internal static class PlainValue
{
    /// <summary>The number or truth value as Go prints it; null for a text, whose letters count.</summary>
    public static string? Of(YamlScalar scalar)
    {
        if (scalar.Style != YamlScalarStyle.Plain || scalar.Text.Length == 0 || scalar.Tag is "!!str" or "tag:yaml.org,2002:str")
            return null;
        if (scalar.Text is "true" or "True" or "TRUE")
            return "true";
        if (scalar.Text is "false" or "False" or "FALSE")
            return "false";
        var digits = scalar.Text.Replace("_", "", StringComparison.Ordinal);
        if (!char.IsAsciiDigit(digits.TrimStart('+', '-').FirstOrDefault('.')) && digits.TrimStart('+', '-').FirstOrDefault('x') != '.')
            return null;
        return Whole(digits) ?? Real(digits);
    }

    private static string? Whole(string text)
    {
        var isNegative = text.StartsWith('-');
        var digits = text.TrimStart('+', '-');
        var (radix, start) = digits switch
        {
            ['0', 'x' or 'X', ..] => (16, 2),
            ['0', 'o' or 'O', ..] => (8, 2),
            ['0', 'b' or 'B', ..] => (2, 2),
            ['0', _, ..] => (8, 1),
            _ => (10, 0),
        };
        if (digits.Length == start)
            return null;
        var value = BigInteger.Zero;
        foreach (var unit in digits.AsSpan(start))
        {
            var digit = char.IsAsciiDigit(unit) ? unit - '0' : char.IsAsciiHexDigit(unit) ? (char.ToLowerInvariant(unit) - 'a') + 10 : radix;
            if (digit >= radix)
                return null;
            value = (value * radix) + digit;
        }

        // What does not fit into 64 bits is no whole number to Go.
        return value > ulong.MaxValue ? null : (isNegative ? -value : value).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Go: the fewest digits that say the number, without an exponent from 1e-4 up to 1e21.</summary>
    private static string? Real(string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return null;
        var size = Math.Abs(value);
        if (size == 0 || (size >= 1e-4 && size < 1e21))
            return value.ToString("0.##############################", CultureInfo.InvariantCulture);
        var shown = value.ToString("E16", CultureInfo.InvariantCulture);
        var exponent = int.Parse(shown[(shown.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var mantissa = shortest.Split('E')[0];
        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }
}
