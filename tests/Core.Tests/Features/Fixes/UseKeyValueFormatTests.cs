namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class UseKeyValueFormatTests
{
    [Theory]
    [InlineData("ENV [|MODE production|]", "ENV MODE=production")]
    [InlineData("env \t[|MODE   production|]  ", "env \tMODE=production  ")]
    [InlineData("LABEL [|title My  fine   tool|]", "LABEL title=\"My  fine   tool\"")]
    [InlineData("ENV [|A \"b c\"|]", "ENV A=\"b c\"")]
    [InlineData("ENV [|A b\\ c|]", "ENV A=b\\ c")]
    [InlineData("ENV [|A b\\ c d|]", "ENV A=b\\ c\\ d")]
    [InlineData("ENV [|A say \"x y\" 'z \\ z' $B|]", "ENV A=say\\ \"x y\"\\ 'z \\ z'\\ $B")]
    [InlineData("ENV [|PATH /x/bin:$PATH|]", "ENV PATH=/x/bin:$PATH")]
    [InlineData("ENV [|A b $C d|]", "ENV A=\"b $C d\"")]
    [InlineData("ENV [|A b=c d=e|]", "ENV A=\"b=c d=e\"")]
    [InlineData("ENV [|A 🙂 é|]", "ENV A=\"🙂 é\"")]
    [InlineData("ENV [|A one \\\n  two|]", "ENV A=\"one \\\n  two\"")]
    [InlineData("ENV [|A \\\n  one|]", "ENV A=one")]
    [InlineData("ENV [|A b \"c\" \\\n# why\n\td|]", "ENV A=b\\ \"c\"\\ \\\n# why\n\\\td")]
    public void The_value_stays_the_same(string before, string after) =>
        FixAssert.Fixes("LegacyKeyValueFormat", $"FROM alpine\n{before}\nRUN true\n", $"FROM alpine\n{after}\nRUN true\n");

    [Theory]
    [InlineData("ENV [|DIR C:\\my dir|]", "ENV DIR=\"C:\\my dir\"")]
    [InlineData("ENV [|A b` c d|]", "ENV A=b` c` d")]
    public void The_escape_character_of_the_file_escapes(string before, string after) => FixAssert.Fixes(
        "LegacyKeyValueFormat", $"# escape=`\nFROM windows\n{before}\n", $"# escape=`\nFROM windows\n{after}\n");

    [Fact]
    public void It_may_be_done_unseen() => FixAssert.Offers("LegacyKeyValueFormat", "FROM alpine\nENV [|A b|]\n", "**Write key=value");

    [Theory]
    [InlineData("ENV [|A = b|]")]
    [InlineData("ENV [|A it's|]")]
    [InlineData("ENV [|A \\\n# why\n b|]")]
    public void What_may_mean_something_else_stays(string line) => FixAssert.Offers("LegacyKeyValueFormat", $"FROM alpine\n{line}\n");
}
