namespace Dockstage.Core.Features.Fixes;

/// <summary>Finds the names of variables in words: <c>$NAME</c>, <c>${NAME}</c>, <c>${NAME:-…}</c>.</summary>
internal static class VariableNames
{
    /// <summary>The names, in order, each once.</summary>
    public static IEnumerable<string> In(string word)
    {
        for (var at = word.IndexOf('$', StringComparison.Ordinal); at >= 0; at = word.IndexOf('$', at + 1))
        {
            var name = LeadingIn(word.AsSpan(at));
            if (name.Length > 0)
                yield return name;
        }
    }

    /// <summary>The name with which a text begins, behind <c>$</c> and <c>{</c> if they are there; empty when there is none.</summary>
    public static string LeadingIn(ReadOnlySpan<char> text)
    {
        text = text.TrimStart('$').TrimStart('{');
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] == '_'))
            length++;
        return text[..length].ToString();
    }
}
