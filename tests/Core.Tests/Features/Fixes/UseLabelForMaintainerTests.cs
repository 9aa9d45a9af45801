namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class UseLabelForMaintainerTests
{
    [Theory]
    [InlineData("[|MAINTAINER|] Joe <joe@example.com>", "LABEL org.opencontainers.image.authors=\"Joe <joe@example.com>\"")]
    [InlineData("  [|MAINTAINER|]\t Zoë 🙂  ", "  LABEL org.opencontainers.image.authors=\"Zoë 🙂\"  ")]
    [InlineData("[|MAINTAINER|] \"Joe\"", "LABEL org.opencontainers.image.authors=\"Joe\"")]
    [InlineData("[|MAINTAINER|] Joe \"the $HERO\" \\o/", "LABEL org.opencontainers.image.authors=\"Joe \\\"the \\$HERO\\\" \\\\o/\"")]
    [InlineData("[|MAINTAINER|] \"Joe\", \"Jim\"", "LABEL org.opencontainers.image.authors=\"\\\"Joe\\\", \\\"Jim\\\"\"")]
    public void The_name_becomes_a_label_with_the_same_text(string before, string after) =>
        FixAssert.Fixes("MaintainerDeprecated", $"FROM alpine\n{before}\nRUN true\n", $"FROM alpine\n{after}\nRUN true\n");

    [Fact]
    public void The_escape_character_of_the_file_escapes() => FixAssert.Fixes(
        "MaintainerDeprecated",
        "# escape=`\nFROM alpine\n[|MAINTAINER|] C:\\joe `$x Inc\n",
        "# escape=`\nFROM alpine\nLABEL org.opencontainers.image.authors=\"C:\\joe ```$x Inc\"\n");

    [Fact]
    public void Small_letters_stay_small() => FixAssert.Fixes(
        "MaintainerDeprecated", "from alpine\n[|maintainer|] joe\n", "from alpine\nlabel org.opencontainers.image.authors=\"joe\"\n");

    [Fact]
    public void It_is_offered_for_one_line_only() => FixAssert.Offers("MaintainerDeprecated", "FROM alpine\n[|MAINTAINER|] Joe \\\n Doe\n");
}
