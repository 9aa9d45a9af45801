using System.Collections.Immutable;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Parsing;

/// <summary>Takes the bodies of heredocs out of a file.</summary>
/// <param name="text">The file.</param>
internal sealed class HeredocReader(string text)
{
    /// <summary>
    /// Closers that do not occur from some line on, and so not below it either; spares reading to the end again and again.
    /// </summary>
    private readonly HashSet<(string Delimiter, bool StripsTabs)> _missing = [];

    /// <summary>
    /// Takes the bodies that follow a line, one for each opener; afterwards <paramref name="line"/> is the last closing line.
    /// <para>
    /// BuildKit refuses a file in which a closing line is missing. A heredoc is in this state while it is being written, so here the
    /// lines below it go on being instructions: the stages below do not vanish with every heredoc that somebody begins.
    /// </para>
    /// </summary>
    /// <param name="openers">The heredocs, spans from the instruction's start.</param>
    /// <param name="start">The instruction's start.</param>
    /// <param name="line">The last line of the instruction's own.</param>
    /// <param name="errors">Gets an error for each missing closer.</param>
    public ImmutableArray<Heredoc> TakeBodies(
        ImmutableArray<Heredoc> openers, int start, ref PhysicalLine line, ref ImmutableArray<SyntaxError> errors)
    {
        var heredocs = ImmutableArray.CreateBuilder<Heredoc>(openers.Length);
        var unclosed = ImmutableArray.CreateBuilder<SyntaxError>();
        foreach (var opener in openers)
        {
            if (FindCloser(line.Next, opener) is { } closer)
            {
                heredocs.Add(opener with
                {
                    BodySpan = TextSpan.Between(line.Next, closer.Start).Shift(-start),
                    CloserSpan = TextSpan.Between(closer.Start, closer.End).Shift(-start),
                });
                line = closer;
            }
            else
            {
                heredocs.Add(opener);
                unclosed.Add(new SyntaxError(SyntaxErrorKind.UnterminatedHeredoc, opener.OpenerSpan));
            }
        }

        errors = [.. errors, .. unclosed];
        return heredocs.DrainToImmutable();
    }

    private PhysicalLine? FindCloser(int from, Heredoc opener)
    {
        var key = (opener.Delimiter, opener.StripsTabs);
        if (_missing.Contains(key))
            return null;
        for (var at = from; IndexOfDelimiter(at, opener) is { } found; at = found + 1)
        {
            if (CloserAt(found, from, opener) is { } closer)
                return closer;
        }

        _missing.Add(key);
        return null;
    }

    /// <summary>The next place where the delimiter is written at all: a vectorised search instead of a look at every line.</summary>
    private int? IndexOfDelimiter(int from, Heredoc opener)
    {
        // BuildKit strips these from a line before it compares, so that no line equals such a delimiter.
        if (opener.Delimiter.EndsWith('\r') || (opener.StripsTabs && opener.Delimiter.StartsWith('\t')))
            return null;
        var found = text.AsSpan(from).IndexOf(opener.Delimiter);
        return found < 0 ? null : from + found;
    }

    /// <summary>The line, if nothing but the delimiter stands in it.</summary>
    private PhysicalLine? CloserAt(int found, int from, Heredoc opener)
    {
        var start = found;
        while (opener.StripsTabs && start > from && text[start - 1] == '\t')
            start--;
        if (start > from && text[start - 1] != '\n')
            return null;
        var line = PhysicalLine.At(text, start);
        return line.End == found + opener.Delimiter.Length ? line : null;
    }
}
