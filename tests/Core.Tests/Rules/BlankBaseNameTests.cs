using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

public sealed class BlankBaseNameTests
{
    private const string Rule = "BlankBaseName";

    [Fact]
    public void A_base_must_not_be_empty_once_its_variables_are_replaced() => RuleAssert.Only(Rule, """
        ARG A
        ARG B=alpine
        FROM [|$A|]
        ARG C=alpine
        FROM [|${C}|] AS c
        FROM $B
        FROM [|""|]
        FROM
        """,
        "base name ($A) should not be blank",
        "base name (${C}) should not be blank",
        "base name (\"\") should not be blank");

    /// <summary>A Dockerfile whose FROM lines need arguments that only its builds give.</summary>
    private const string Open = """
        //- Dockerfile
        ARG BASE
        ARG TAG
        ARG PLATFORM
        ARG NAME=node:$TAG
        FROM --platform=$PLATFORM $BASE AS a
        FROM alpine:$TAG
        FROM $NAME
        FROM a-$TAG
        FROM --platform=linux/$TAG b
        //- compose.yaml
        services:
          one:
            build:
              context: .

        """;

    [Theory]
    [InlineData("args: {BASE: alpine, TAG: arm64, PLATFORM: linux/amd64}")]
    [InlineData("args: [BASE=alpine, TAG=arm64, PLATFORM=linux/amd64]")]
    [InlineData("args: {BASE: '${BASE}', TAG: '${TAG:?needed}', PLATFORM: '${P}'}")]
    [InlineData("args: [BASE, TAG, PLATFORM]")]
    [InlineData("args: {BASE: '${BASE:-alpine}', TAG: arm64, PLATFORM: }")]
    public void What_every_build_that_is_known_gives_a_value_is_refused_by_none(string args) =>
        Assert.Empty(Refusals(Open + "      " + args));

    [Theory]
    [InlineData("args: {TAG: arm64, PLATFORM: linux/amd64}", "base name ($BASE) should not be blank")]
    [InlineData("args: {BASE: alpine, TAG: arm64, PLATFORM: ''}", "empty platform value from expression $PLATFORM")]
    [InlineData("args: {BASE: alpine, TAG: arm64, PLATFORM: x}", "empty platform value from expression $PLATFORM")]
    [InlineData("args: {BASE: alpine, TAG: arm64, PLATFORM: linux}\n  two: {build: {context: ., args: {TAG: arm64, PLATFORM: linux}}}", "base name ($BASE) should not be blank")]
    public void One_build_that_does_not_is_enough(string args, string expected) =>
        Assert.Equal([expected], Refusals(Open + "      " + args));

    [Fact]
    public void A_value_that_is_no_image_is_refused_as_the_default_is() => Assert.Equal(
        ["failed to parse stage name \"alpine:\": invalid reference format", "failed to parse stage name \"a-\": invalid reference format"],
        Refusals(Open.Replace("ARG NAME=node:$TAG", "ARG NAME=node", StringComparison.Ordinal) + "      args: {BASE: alpine, TAG: A B, PLATFORM: linux}")
            .Where(message => !message.Contains("platform", StringComparison.Ordinal)));

    private static IEnumerable<string> Refusals(string workspace)
    {
        var found = new MarkedWorkspace(workspace);
        return Diagnostics.Of(found.Snapshot, found["Dockerfile"].Path, RuleSettings.Default).Where(finding => finding.Severity == Severity.Error)
            .Select(finding => finding.Message.In(Core.Messages.Language.English));
    }
}
