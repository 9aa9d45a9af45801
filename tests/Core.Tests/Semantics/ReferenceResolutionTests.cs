using Dockstage.Core.Semantics;

namespace Dockstage.Core.Tests.Semantics;

public sealed class ReferenceResolutionTests
{
    private const string Stages = "FROM x AS build\nFROM x AS Test\nFROM x\n";

    [Theory]
    [InlineData("build", "0")]
    [InlineData("BUILD", "0")]
    [InlineData("test", "1")]
    [InlineData("\"build\"", "0")]
    [InlineData("bu\\ild", "0")]
    [InlineData("0", "0")]
    [InlineData("00", "0")]
    [InlineData("+1", "1")]
    [InlineData("2", "2")]
    [InlineData("3", "-")]
    [InlineData("-1", "-")]
    [InlineData("99999999999999999999", "-")]
    [InlineData("stage-0", "-")]
    [InlineData("", "-")]
    [InlineData("$build", "-")]
    [InlineData("${X:-build}", "-")]
    [InlineData("build:latest", "-")]
    [InlineData("alpine", "-")]
    [InlineData("Build\u212A", "-")]
    [InlineData("\u00A00", "-")]
    public void COPY_takes_an_index_or_a_name_in_any_letter_case(string from, string stage) =>
        Assert.Equal(stage, Model.TargetsOf(Stages + "COPY --from=" + from + " a b"));

    [Theory]
    [InlineData("build", "0")]
    [InlineData("BUILD", "0")]
    [InlineData("Test", "1")]
    [InlineData("0", "-")]
    [InlineData("", "-")]
    [InlineData("$build", "-")]
    [InlineData("build$", "-")]
    [InlineData("alpine", "-")]
    public void A_mount_takes_a_name_but_no_index(string from, string stage)
    {
        Assert.Equal(stage, Model.TargetsOf(Stages + "RUN --mount=type=bind,from=" + from + ",target=/x make"));
        Assert.Equal(stage, Model.TargetsOf(Stages + "RUN --mount=type=cache,target=/x,FROM=" + from + " make"));
    }

    [Fact]
    public void An_index_counts_every_FROM() =>
        Assert.Equal(
            "0 1 2",
            Model.TargetsOf("FROM a\nFROM b AS c\nFROM\nFROM d\nCOPY --from=0 a b\nCOPY --from=1 a b\nCOPY --from=2 a b"));

    [Fact]
    public void COPY_and_mount_take_the_last_stage_of_a_name_even_below()
    {
        const string Text = "FROM a AS x\nFROM b AS y\nCOPY --from=x a b\nRUN --mount=from=X,target=/x make\nFROM c AS x\nFROM x";
        Assert.Equal("2 2", Model.TargetsOf(Text));
    }

    [Fact]
    public void The_stage_itself_and_stages_below_are_found_although_BuildKit_refuses_them() =>
        Assert.Equal("0 1 0", Model.TargetsOf("FROM a AS x\nCOPY --from=x a b\nCOPY --from=1 a b\nFROM a AS y\nCOPY --from=x a b"));

    [Fact]
    public void A_stage_named_like_an_image_masks_it() =>
        Assert.Equal("0", Model.TargetsOf("FROM golang AS golang\nFROM a\nCOPY --from=golang a b"));

    [Fact]
    public void What_stands_under_ONBUILD_names_nothing_yet()
    {
        var model = Model.Of(Stages + "ONBUILD COPY --from=build . .\nONBUILD RUN --mount=from=build make\nCOPY --from=build . .");
        var references = model.References.Where(r => r.Kind != StageReferenceKind.From).ToList();
        Assert.Equal([true, true, false], references.Select(r => r.IsTrigger));
        Assert.Equal([null, null, 0], references.Select(r => r.Stage?.Index));
        Assert.Equal(["build", "build", "build"], references.Select(r => r.Text));
        Assert.Equal(
            [StageReferenceKind.CopyFrom, StageReferenceKind.MountFrom, StageReferenceKind.CopyFrom], references.Select(r => r.Kind));
    }

    [Fact]
    public void An_ONBUILD_trigger_has_the_default_escape_character() =>
        Assert.Equal("a`b", Model.Of("# escape=`\nFROM x\nONBUILD COPY --from=a`b c d").References[1].Text);

    [Fact]
    public void Several_references_of_one_instruction_stand_in_order()
    {
        const string Run = "RUN --mount=from=test,target=/x \\\n  --mount=type=tmpfs,target=/t --mount=target=/y,from=build make";
        Assert.Equal("1 0", Model.TargetsOf(Stages + Run));
    }
}
