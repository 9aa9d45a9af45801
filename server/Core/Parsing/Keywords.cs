using System.Collections.Immutable;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Parsing;

/// <summary>Instruction words; BuildKit: letter case does not count.</summary>
internal static class Keywords
{
    private const int Longest = 11;

    /// <summary>Where the keyword of an instruction stands. BuildKit trims the whole instruction and splits it once at a blank.</summary>
    /// <param name="source">The text in which offsets count.</param>
    /// <param name="line">The instruction's own lines.</param>
    /// <param name="gaps">What their continuations leave out.</param>
    /// <param name="keyword">Which instruction it is.</param>
    public static TextSpan Find(
        ReadOnlySpan<char> source, TextSpan line, ImmutableArray<TextSpan> gaps, out InstructionKeyword keyword)
    {
        var first = source[line.Start..(gaps.IsEmpty ? line.End : gaps[0].Start)];
        var length = first.IndexOfAny(Blanks.BetweenWords);
        if (length < 0 && gaps.IsEmpty)
            length = first.Length;
        keyword = length < 0 ? InstructionKeyword.Unknown : Read(first[..length]);
        return keyword == InstructionKeyword.Unknown
            ? FindUnusual(PlacedText.Without(source, line, gaps), out keyword)
            : new TextSpan(line.Start, length);
    }

    /// <summary>The instruction that a word stands for.</summary>
    public static InstructionKeyword Read(ReadOnlySpan<char> word)
    {
        Span<char> upper = stackalloc char[Longest];
        if (word.Length > Longest || word.ToUpperInvariant(upper) < 0)
            return InstructionKeyword.Unknown;
        return upper[..word.Length] switch
        {
            "ADD" => InstructionKeyword.Add,
            "ARG" => InstructionKeyword.Arg,
            "CMD" => InstructionKeyword.Cmd,
            "COPY" => InstructionKeyword.Copy,
            "ENTRYPOINT" => InstructionKeyword.Entrypoint,
            "ENV" => InstructionKeyword.Env,
            "EXPOSE" => InstructionKeyword.Expose,
            "FROM" => InstructionKeyword.From,
            "HEALTHCHECK" => InstructionKeyword.Healthcheck,
            "LABEL" => InstructionKeyword.Label,
            "MAINTAINER" => InstructionKeyword.Maintainer,
            "ONBUILD" => InstructionKeyword.Onbuild,
            "RUN" => InstructionKeyword.Run,
            "SHELL" => InstructionKeyword.Shell,
            "STOPSIGNAL" => InstructionKeyword.Stopsignal,
            "USER" => InstructionKeyword.User,
            "VOLUME" => InstructionKeyword.Volume,
            "WORKDIR" => InstructionKeyword.Workdir,
            _ => InstructionKeyword.Unknown,
        };
    }

    /// <summary>The keyword may go on in the next line (<c>FR\</c>, <c>OM alpine</c>), or a no-break space may hang on it.</summary>
    private static TextSpan FindUnusual(PlacedText line, out InstructionKeyword keyword)
    {
        var text = line.Text.AsSpan().TrimEnd();
        var start = text.Length - text.TrimStart().Length;
        var length = text[start..].IndexOfAny(Blanks.BetweenWords);
        if (length < 0)
            length = text.Length - start;
        keyword = Read(text.Slice(start, length));
        return line.SpanOf(start, length);
    }
}
