using System.Collections.Immutable;

namespace Dockstage.Core.Semantics;

/// <summary>A base with variables: what it may be when a build gives other arguments than the defaults.</summary>
public sealed class OpenBase
{
    /// <summary>What stands before, between and behind the variables, at least two pieces; or empty when it may be anything.</summary>
    private readonly ImmutableArray<string> _pieces;

    private OpenBase(ImmutableArray<string> pieces) => _pieces = pieces;

    /// <summary>The base of a stage, or null when it has no variables.</summary>
    /// <param name="baseText">The base as written: <see cref="Stage.BaseText"/>.</param>
    public static OpenBase? Of(string baseText)
    {
        if (!baseText.Contains('$'))
            return null;

        // Escapes are rare; a base with one may be anything.
        return baseText.Contains('\\') || baseText.Contains('`')
            ? new OpenBase([])
            : new OpenBase(PiecesOf(baseText.Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal)));
    }

    /// <summary>Whether some arguments make it say a name: what stands around the variables must fit (<c>base-$KIND</c> may be <c>base-dev</c>).</summary>
    public bool MayBe(string name)
    {
        if (_pieces.IsEmpty)
            return true;
        if (!name.StartsWith(_pieces[0], StringComparison.Ordinal))
            return false;
        var at = _pieces[0].Length;
        foreach (var piece in _pieces.AsSpan()[1..^1])
        {
            var found = name.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + piece.Length;
        }

        return name.Length - at >= _pieces[^1].Length && name.EndsWith(_pieces[^1], StringComparison.Ordinal);
    }

    private static ImmutableArray<string> PiecesOf(string text)
    {
        var pieces = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            if (text[at] != '$')
            {
                at++;
                continue;
            }

            pieces.Add(text[start..at]);
            start = at = EndOfVariable(text, at);
        }

        pieces.Add(text[start..]);
        return pieces.DrainToImmutable();
    }

    private static int EndOfVariable(string text, int dollar)
    {
        var at = dollar + 1;
        if (at >= text.Length || text[at] != '{')
        {
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
                at++;
            return at;
        }

        for (var depth = 0; at < text.Length; at++)
        {
            if (text[at] == '{')
                depth++;
            else if (text[at] == '}' && --depth == 0)
                return at + 1;
        }

        return text.Length;
    }
}
