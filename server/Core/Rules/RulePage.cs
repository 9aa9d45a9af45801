namespace Dockstage.Core.Rules;

/// <summary>
/// What a person should know about a rule. <c>docs/rules/&lt;Code&gt;.md</c> is made from it (<see cref="RulePageText"/>), in English only. The examples are
/// tested: the rule finds something in the bad one and nothing in the good one.
/// </summary>
public sealed record RulePage
{
    /// <summary>What the rule finds: paragraphs of Markdown.</summary>
    public required string Finds { get; init; }

    /// <summary>Why it matters: paragraphs of Markdown.</summary>
    public required string Matters { get; init; }

    /// <summary>
    /// An example of what it finds: a Dockerfile, or several files, each below a line <c>//- path</c>.
    /// </summary>
    public required string Bad { get; init; }

    /// <summary>The same put right, in the same form.</summary>
    public required string Good { get; init; }
}
