using System.Collections.Immutable;
using System.Text;

namespace Dockstage.Core.IgnoreFiles;

/// <summary>
/// One pattern of an ignore file. Source: moby/patternmatcher, which makes a regular expression of it; here is what these mean, with their
/// oddities: a set in brackets matches <c>/</c> too, and <c>**x</c> means "ends with x" only when nothing else in it is special.
/// <list type="table">
/// <listheader><term>pattern</term><description>matches</description></listheader>
/// <item><term><c>*</c></term><description>any text without <c>/</c></description></item>
/// <item><term><c>?</c></term><description>any character but <c>/</c></description></item>
/// <item><term><c>[a-z]</c>, <c>[^a-z]</c></term><description>one character (not) among these</description></item>
/// <item><term><c>\x</c></term><description>the character itself</description></item>
/// <item><term><c>**</c>, <c>**/</c></term><description>folders, any number of them; at the end of the pattern any text</description></item>
/// </list>
/// </summary>
internal sealed class IgnorePattern
{
    private readonly ImmutableArray<Part> _parts;
    private readonly bool _hasMeaning;

    private IgnorePattern(string text, bool isException, ImmutableArray<Part> parts, bool hasMeaning)
    {
        Text = text;
        IsException = isException;
        _parts = parts;
        _hasMeaning = hasMeaning;
    }

    private enum Kind
    {
        Character,
        AnyInName,
        RunInName,
        Folders,
        Rest,
        Set,
        Start,
    }

    /// <summary>The pattern, in the form of <see cref="CleanPath"/>, without <c>!</c>.</summary>
    public string Text { get; }

    /// <summary>Whether it takes back what patterns above it leave out (<c>!</c>).</summary>
    public bool IsException { get; }

    /// <summary>Reads a pattern; null for one that Go's <c>filepath.Match</c>, and so BuildKit, refuses.</summary>
    /// <param name="text">In the form of <see cref="CleanPath"/>, without <c>!</c>.</param>
    /// <param name="isException">Whether a <c>!</c> stood before it.</param>
    public static IgnorePattern? Parse(string text, bool isException)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        if (!IsWellFormed(runes))
            return null;
        var reader = new Reader(runes);
        reader.Read();
        return new IgnorePattern(text, isException, reader.Parts, reader.HasMeaning);
    }

    /// <summary>
    /// Whether it matches the whole of a path. Null when it has no meaning, or one that nobody has in mind: BuildKit's regular expression has
    /// escapes of its own (<c>\d</c>), reads <c>a*|b</c> as a choice and <c>[*]</c> otherwise than it is written, and cannot be made of <c>[z-a]</c>.
    /// </summary>
    public bool? Matches(string path)
    {
        if (!_hasMeaning)
            return null;
        // All places in the pattern at which one can be after a part of the path; "within" is within the folders of a **.
        var at = new bool[_parts.Length + 1];
        var within = new bool[_parts.Length];
        at[0] = true;
        Skip(at, isAtStart: true);
        foreach (var rune in path.EnumerateRunes())
        {
            var nextAt = new bool[at.Length];
            var nextWithin = new bool[within.Length];
            for (var i = 0; i < _parts.Length; i++)
            {
                if (_parts[i].Kind == Kind.Folders && (at[i] || within[i]) && rune.Value != '\n')
                {
                    nextWithin[i] = true;
                    nextAt[i + 1] |= rune.Value == '/';
                }
                else if (at[i] && _parts[i].Takes(rune))
                {
                    nextAt[_parts[i].Kind is Kind.RunInName or Kind.Rest ? i : i + 1] = true;
                }
            }

            (at, within) = (nextAt, nextWithin);
            Skip(at, isAtStart: false);
        }

        return at[^1];
    }

    /// <summary>Steps over the parts that need no character.</summary>
    private void Skip(bool[] at, bool isAtStart)
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            if (at[i] && (_parts[i].Kind is Kind.RunInName or Kind.Rest or Kind.Folders || (_parts[i].Kind == Kind.Start && isAtStart)))
                at[i + 1] = true;
        }
    }

    /// <summary>Go: brackets are closed and hold something, a range has two ends, a backslash has something behind it.</summary>
    private static bool IsWellFormed(ReadOnlySpan<Rune> pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i].Value == '\\')
            {
                if (++i == pattern.Length)
                    return false;
            }
            else if (pattern[i].Value == '[')
            {
                var set = RuneSet.Read(pattern[i..]);
                if (set is null)
                    return false;
                i += set.Length - 1;
            }
        }

        return true;
    }

    private readonly record struct Part(Kind Kind, Rune Rune = default, RuneSet? Set = null)
    {
        public bool Takes(Rune rune) => Kind switch
        {
            Kind.Character => rune == Rune,
            Kind.AnyInName or Kind.RunInName => rune.Value != '/',
            Kind.Rest => rune.Value != '\n',
            Kind.Set => Set!.Contains(rune),
            _ => false,
        };
    }

    private sealed class Reader(Rune[] pattern)
    {
        private readonly ImmutableArray<Part>.Builder _parts = ImmutableArray.CreateBuilder<Part>();
        private int _at;
        private bool _isSpecial;
        private bool _isOther;

        public ImmutableArray<Part> Parts => _parts.ToImmutable();

        public bool HasMeaning { get; private set; } = true;

        public void Read()
        {
            var startsWithFolders = false;
            var isEndOnly = false;
            while (_at < pattern.Length)
            {
                switch (pattern[_at].Value)
                {
                    case '*' when Next() == '*':
                        var isFirst = _at == 0;
                        _at += 2;
                        var hasSlash = _at < pattern.Length && pattern[_at].Value == '/';
                        if (hasSlash)
                            _at++;
                        _parts.Add(new Part(_at == pattern.Length ? Kind.Rest : Kind.Folders));
                        // `x/**` is not special: it says no more than "begins with x/".
                        _isSpecial |= !isFirst && (_at < pattern.Length || startsWithFolders);
                        startsWithFolders |= isFirst;
                        isEndOnly |= isFirst && !hasSlash;
                        break;
                    case '*':
                        Add(new Part(Kind.RunInName));
                        break;
                    case '?':
                        Add(new Part(Kind.AnyInName));
                        break;
                    case '\\':
                        // Go's regular expressions: \ before a letter or digit means something else, before another character itself.
                        HasMeaning &= pattern[_at + 1] is { IsAscii: true } escaped && !char.IsAsciiLetterOrDigit((char)escaped.Value);
                        _at++;
                        Add(new Part(Kind.Character, pattern[_at]));
                        break;
                    case '[':
                        var set = RuneSet.Read(pattern.AsSpan(_at))!;
                        HasMeaning &= set.HasMeaning;
                        Add(new Part(Kind.Set, Set: set));
                        _at += set.Length - 1;
                        break;
                    case ']':
                        Add(new Part(Kind.Character, pattern[_at]));
                        break;
                    case '^':
                        // Forgotten by moby/patternmatcher: it means the beginning in a regular expression. Where none is needed it is itself.
                        _parts.Add(new Part(Kind.Start, pattern[_at++]));
                        break;
                    case '|' or '{':
                        // Forgotten too: a choice, and a count (a{2}); {a,b} counts nothing and is itself.
                        _isOther |= pattern[_at].Value == '|' || IsCount(pattern.AsSpan(_at + 1));
                        _parts.Add(new Part(Kind.Character, pattern[_at++]));
                        break;
                    default:
                        _parts.Add(new Part(Kind.Character, pattern[_at++]));
                        break;
                }
            }

            if (isEndOnly && !_isSpecial)
                _parts[0] = new Part(Kind.Rest);
            HasMeaning &= !(_isSpecial && _isOther);
            for (var i = 0; i < _parts.Count && !_isSpecial; i++)
            {
                if (_parts[i].Kind == Kind.Start)
                    _parts[i] = _parts[i] with { Kind = Kind.Character };
            }
        }

        /// <summary>Whether this, behind a brace, makes a count: <c>2}</c>, <c>2,}</c>, <c>2,3}</c>.</summary>
        private static bool IsCount(ReadOnlySpan<Rune> rest)
        {
            var at = 0;
            while (at < rest.Length && (Rune.IsDigit(rest[at]) || (rest[at].Value == ',' && at > 0)))
                at++;
            return at > 0 && at < rest.Length && rest[at].Value == '}';
        }

        private int Next() => _at + 1 < pattern.Length ? pattern[_at + 1].Value : -1;

        private void Add(Part part)
        {
            _isSpecial = true;
            _parts.Add(part);
            _at++;
        }
    }
}
