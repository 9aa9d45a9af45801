using Dockstage.Core.Features.Fixes;
using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class SkipRuleTests
{
    private const string Title = "Silence StageNameCasing in this file (# check=skip)";

    [Theory]
    [InlineData("", "# check=skip=StageNameCasing\n")]
    [InlineData("# a comment\n", "# check=skip=StageNameCasing\n# a comment\n")]
    [InlineData("# syntax=docker/dockerfile:1\n# escape=`\n\n", "# syntax=docker/dockerfile:1\n# escape=`\n# check=skip=StageNameCasing\n\n")]
    [InlineData("#!/usr/bin/env x\n# hi\n", "#!/usr/bin/env x\n# check=skip=StageNameCasing\n# hi\n")]
    [InlineData("#!/usr/bin/env x\n# syntax=docker/dockerfile:1\n", "#!/usr/bin/env x\n# syntax=docker/dockerfile:1\n# check=skip=StageNameCasing\n")]
    [InlineData("\uFEFF", "\uFEFF# check=skip=StageNameCasing\n")]
    [InlineData("\uFEFF# syntax=docker/dockerfile:1\n", "\uFEFF# syntax=docker/dockerfile:1\n# check=skip=StageNameCasing\n")]
    [InlineData("  # escape=`\n", "# check=skip=StageNameCasing\n  # escape=`\n")]
    [InlineData("# check=skip=JSONArgsRecommended\n", "# check=skip=JSONArgsRecommended,StageNameCasing\n")]
    [InlineData("#check = skip= // nothing yet\n", "#check = skip=StageNameCasing // nothing yet\n")]
    [InlineData("# check=skip=A,B;error=true // why\n", "# check=skip=A,B,StageNameCasing;error=true // why\n")]
    [InlineData("# check=error=true\n", "# check=error=true;skip=StageNameCasing\n")]
    [InlineData("# check=error=false;experimental=all\n", "# check=error=false;experimental=all;skip=StageNameCasing\n")]
    public void The_directive_is_added_where_BuildKit_reads_it_or_to_the_one_that_there_is(string before, string after) =>
        FixAssert.Fixes("StageNameCasing", before + "FROM alpine AS [|Build|]\n", after + "FROM alpine AS Build\n", Title);

    [Fact]
    public void What_BuildKit_cannot_read_is_left_alone() => FixAssert.Offers(
        "StageNameCasing", "# check=what=ever\nFROM alpine AS [|Build|]\n", "**Name the stage 'build' everywhere");

    [Fact]
    public void What_BuildKit_refuses_cannot_be_silenced() => Assert.DoesNotContain(
        FixTable.All.OfType<SkipRule>(), fix => fix.IsFor(new InvalidStageName()));
}
