using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

public sealed class RuleSettingsTests
{
    private const string Wrong = """
        //- Dockerfile
        FROM golang AS builder
        //- compose.yaml
        services:
          web:
            build: {target: nosuch}
        """;

    [Fact]
    public void The_severity_can_be_chosen()
    {
        var settings = new RuleSettings(RuleSettings.Default.Severities.Add("TargetNotFound", Severity.Hint));
        var workspace = new MarkedWorkspace(Wrong);
        Assert.Equal(Severity.Hint, Diagnostics.Of(workspace.Snapshot, workspace["compose.yaml"].Path, settings).Single().Severity);
    }

    [Fact]
    public void A_rule_can_be_switched_off()
    {
        var settings = new RuleSettings(RuleSettings.Default.Severities.Add("TargetNotFound", Severity.Off));
        var workspace = new MarkedWorkspace(Wrong);
        Assert.Empty(Diagnostics.Of(workspace.Snapshot, workspace["compose.yaml"].Path, settings));
    }
}
