namespace Dockstage.Core.Tests.Rules;

public sealed class LineTooLongTests
{
    private const string Rule = "LineTooLong";

    private const string Message = "dockerfile line greater than max allowed size of 65535";

    [Fact]
    public void Every_line_counts_also_comments_and_bodies() => RuleAssert.Only(
        Rule, $"[|# {Long}|]\nFROM alpine\n[|ENV A={Long}|]\nCOPY <<E /a\n[|{Long}|]\nE\nENV B={Long[..60_000]} \\\n  C={Long[..60_000]}\n", Message, Message, Message);

    private static string Long { get; } = new('x', 65_536);
}
