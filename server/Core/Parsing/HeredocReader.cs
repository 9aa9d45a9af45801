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
                errors = errors.Add(new SyntaxError(SyntaxErrorKind.UnterminatedHeredoc, opener.OpenerSpan));
            }
        }

        return heredocs.DrainToImmutable();
    }

    private PhysicalLine? FindCloser(int from, Heredoc opener)
    {
        var key = (opener.Delimiter, opener.StripsTabs);
        if (_missing.Contains(key))
            return null;
        for (var at = from; at < text.Length;)
        {
            var line = PhysicalLine.At(text, at);
            var candidate = text.AsSpan(line.Start, line.End - line.Start);
            if ((opener.StripsTabs ? candidate.TrimStart('\t') : candidate).SequenceEqual(opener.Delimiter))
                return line;
            at = line.Next;
        }

        _missing.Add(key);
        return null;
    }
}
