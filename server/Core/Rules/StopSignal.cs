using System.Collections.Frozen;

namespace Dockstage.Core.Rules;

/// <summary>The signals that STOPSIGNAL takes. Source: moby/sys/signal, for Linux.</summary>
internal static class StopSignal
{
    private const string Prefix = "SIG";

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT", "KILL", "PIPE", "POLL", "PROF", "PWR", "QUIT", "SEGV",
            "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP", "TTIN", "TTOU", "URG", "USR1", "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ",
            "RTMIN", "RTMAX",
            .. Enumerable.Range(1, 15).Select(number => $"RTMIN+{number}"),
            .. Enumerable.Range(1, 14).Select(number => $"RTMAX-{number}"),
        ]);

    /// <summary>What BuildKit says against a signal, or null. Any number but zero is one.</summary>
    public static string? ProblemOf(string signal)
    {
        var name = signal.ToUpperInvariant();
        if (name.StartsWith(Prefix, StringComparison.Ordinal))
            name = name[Prefix.Length..];
        return long.TryParse(signal, out var number) ? number != 0 ? null : Text(signal) : Names.Contains(name) ? null : Text(signal);
    }

    private static string Text(string signal) => $"invalid signal: {signal}";
}
