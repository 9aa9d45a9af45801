using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

public sealed class RuleUrlTests
{
    [Fact]
    public void A_rule_of_buildkits_linter_leads_to_dockers_own_page() =>
        Assert.Equal("https://docs.docker.com/go/dockerfile/rule/stage-name-casing/", RuleUrl.Of(new StageNameCasing(), "https://example.com/r"));

    [Fact]
    public void Any_other_rule_leads_to_our_page() =>
        Assert.Equal("https://example.com/r/blob/main/docs/rules/TargetNotFound.md", RuleUrl.Of(new TargetNotFound(), "https://example.com/r"));
}
