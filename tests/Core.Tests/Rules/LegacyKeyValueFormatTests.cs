namespace Dockstage.Core.Tests.Rules;

public sealed class LegacyKeyValueFormatTests
{
    [Fact]
    public void A_blank_between_key_and_value_is_the_old_form() => RuleAssert.Only("LegacyKeyValueFormat", """
        FROM alpine
        ENV [|A b c|]
        label [|k v|]
        ENV A=b C=d
        ENV A
        """,
        "\"ENV key=value\" should be used instead of legacy \"ENV key value\" format",
        "\"label key=value\" should be used instead of legacy \"label key value\" format");
}
