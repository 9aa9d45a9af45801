using System.Text;

namespace Dockstage.Cli;

/// <summary>Who reads the output: a person or a program.</summary>
internal static class Terminal
{
    /// <summary>
    /// The output. What another program reads is UTF-8 whatever the machine's code page; a terminal gets what it understands.
    /// </summary>
    public static TextWriter Output() =>
        Console.IsOutputRedirected ? new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true } : Console.Out;

    /// <summary>Whether colours are wanted: on a terminal that has them, unless <c>NO_COLOR</c> is set (no-color.org).</summary>
    public static bool IsColoured() =>
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
