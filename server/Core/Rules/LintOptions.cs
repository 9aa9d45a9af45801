using System.Collections.Immutable;

namespace Dockstage.Core.Rules;

/// <summary>
/// What <c># check=</c> asks of BuildKit's linter: <c>skip=A,B;experimental=C;error=true</c>. Names count letter by letter, <c>all</c> means all
/// of them, and unknown ones are nobody's business. Source: <c>linter.ParseLintOptions</c>.
/// </summary>
public sealed record LintOptions
{
    private const string All = "all";
    private const int MostParts = 3;

    private ImmutableArray<string> _skipped = [];
    private ImmutableArray<string> _experimental = [];

    private LintOptions()
    {
    }

    /// <summary>When nothing is asked.</summary>
    public static LintOptions None { get; } = new();

    /// <summary>Whether findings end a build.</summary>
    public bool IsError { get; private init; }

    /// <summary>What BuildKit says when it cannot read the options, or null. Options that cannot be read count as none.</summary>
    public string? Problem { get; private init; }

    /// <summary>Reads the value of a directive, or of a comment above an instruction; null for none.</summary>
    public static LintOptions Read(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return None;
        var options = new LintOptions();
        foreach (var part in value.Trim().Split(';', MostParts))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
                return Bad($"invalid check option \"{part}\"");
            var (key, text) = (part[..equals].Trim(), part[(equals + 1)..].Trim());
            switch (key)
            {
                case "skip":
                    options._skipped = Names(text);
                    break;
                case "experimental":
                    options._experimental = Names(text);
                    break;
                case "error":
                    if (ReadBool(text) is not { } isError)
                        return Bad($"failed to parse check option \"{part}\": strconv.ParseBool: parsing \"{text}\": invalid syntax");
                    options = options with { IsError = isError };
                    break;
                default:
                    return Bad($"invalid check option \"{key}\"");
            }
        }

        return options;
    }

    /// <summary>Whether a rule is to say nothing. Experimental rules are turned on or not; <c>skip</c> has no power over them.</summary>
    public bool Skips(LintRule rule) => !rule.IsExperimental && (_skipped.Contains(rule.Code) || _skipped is [All]);

    /// <summary>Whether an experimental rule is switched on.</summary>
    public bool TurnsOn(LintRule rule) => _experimental is [All] || _experimental.Contains(rule.Code);

    private static ImmutableArray<string> Names(string text) => [.. text.Split(',').Select(name => name.Trim())];

    private static LintOptions Bad(string problem) => new() { Problem = "failed to parse check options: " + problem };

    /// <summary>Go: <c>strconv.ParseBool</c>.</summary>
    private static bool? ReadBool(string text) => text switch
    {
        "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
        "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
        _ => null,
    };
}
