using System.Globalization;
using System.Text;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>The values of the flags of HEALTHCHECK.</summary>
internal static class HealthcheckValue
{
    private const double OneMillisecond = 1e6;

    /// <summary>What BuildKit says against a value (<c>parseHealthcheck</c>), or null.</summary>
    public static string? ProblemOf(string flag, string value) => (flag, value) switch
    {
        (_, "") => null,
        ("retries", _) => ProblemOfNumber(value),
        _ => ReadDuration(value, out var nanoseconds) ?? (nanoseconds != 0 && nanoseconds < OneMillisecond
            ? $"Interval {QuotedText.Of(flag)} cannot be less than 1ms"
            : null),
    };

    /// <summary>Go: <c>strconv.ParseInt</c> with 32 bits.</summary>
    private static string? ProblemOfNumber(string value)
    {
        var digits = value[0] is '+' or '-' ? value[1..] : value;
        if (digits.Length == 0 || digits.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return $"strconv.ParseInt: parsing {QuotedText.Of(value)}: invalid syntax";
        if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return $"strconv.ParseInt: parsing {QuotedText.Of(value)}: value out of range";
        return number < 0 ? string.Create(CultureInfo.InvariantCulture, $"--retries cannot be negative ({number})") : null;
    }

    /// <summary>Go: <c>time.ParseDuration</c>; what it says against the text, or null.</summary>
    private static string? ReadDuration(string text, out double nanoseconds)
    {
        nanoseconds = 0;
        var invalid = "time: invalid duration " + Quote(text);
        var at = text[0] is '+' or '-' ? 1 : 0;
        if (text[at..] == "0")
            return null;
        if (at == text.Length)
            return invalid;
        while (at < text.Length)
        {
            var start = at;
            at = SkipDigits(text, at);
            if (at < text.Length && text[at] == '.')
                at = SkipDigits(text, at + 1);
            if (text[start..at] is "" or ".")
                return invalid;
            var unitStart = at;
            while (at < text.Length && text[at] != '.' && !char.IsAsciiDigit(text[at]))
                at++;
            var unit = text[unitStart..at];
            if (unit.Length == 0)
                return "time: missing unit in duration " + Quote(text);
            if (LengthOf(unit) is not { } length)
                return $"time: unknown unit {Quote(unit)} in duration {Quote(text)}";
            nanoseconds += double.Parse(text.AsSpan(start, unitStart - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * length;
            if (nanoseconds > long.MaxValue)
                return invalid;
        }

        if (text[0] == '-')
            nanoseconds = -nanoseconds;
        return null;
    }

    private static int SkipDigits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    private static double? LengthOf(string unit) => unit switch
    {
        "ns" => 1,
        "us" => 1e3,
        "ms" => OneMillisecond,
        "s" => 1e9,
        "m" => 60e9,
        "h" => 3600e9,
        _ => null,
    };

    /// <summary>Go's package time quotes in its own way: every byte outside ASCII on its own.</summary>
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            if (unit is (byte)'"' or (byte)'\\')
                quoted.Append('\\').Append((char)unit);
            else if (unit is < (byte)' ' or >= 0x80)
                quoted.Append(CultureInfo.InvariantCulture, $"\\x{unit:x2}");
            else
                quoted.Append((char)unit);
        }

        return quoted.Append('"').ToString();
    }
}
