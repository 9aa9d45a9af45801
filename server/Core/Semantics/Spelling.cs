namespace Dockstage.Core.Semantics;

/// <summary>Finds what a misspelt word was meant to be. BuildKit: <c>util/suggest</c>.</summary>
public static class Spelling
{
    private const int TooFar = 3;

    /// <summary>
    /// The candidate with the smallest Levenshtein distance below 3, the first of several. Null when none is near, or when one is the word
    /// itself.
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="candidates">What it may have been meant to be.</param>
    /// <param name="isCaseSensitive">Whether letter case counts; BuildKit: for variables alone.</param>
    public static string? Nearest(string word, IEnumerable<string> candidates, bool isCaseSensitive = false)
    {
        var compared = isCaseSensitive ? word : word.ToLowerInvariant();
        var smallest = TooFar;
        string? nearest = null;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) >= smallest)
                continue;
            var distance = Distance(compared, isCaseSensitive ? candidate : candidate.ToLowerInvariant());
            if (distance == 0)
                return null;
            if (distance < smallest)
                (smallest, nearest) = (distance, candidate);
        }

        return nearest;
    }

    /// <summary>How many units must be inserted, removed or changed.</summary>
    internal static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 0; i < a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < b.Length; j++)
            {
                var changed = diagonal + (a[i] == b[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(changed, Math.Min(row[j], diagonal) + 1);
            }
        }

        return row[^1];
    }
}
