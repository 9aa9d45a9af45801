namespace Dockstage.Core.Tests.Semantics;

public sealed class StageBaseTests
{
    [Theory]
    [InlineData("FROM alpine", "image alpine")]
    [InlineData("FROM scratch", "scratch")]
    [InlineData("FROM Scratch", "image Scratch")]
    [InlineData("FROM \"alpine\"", "image alpine")]
    [InlineData("FROM '$X'", "image $X")]
    [InlineData("FROM ", "?")]
    [InlineData("FROM $X", "?")]
    [InlineData("FROM \"\"", "?")]
    [InlineData("FROM ${X", "?")]
    [InlineData("FROM ${X:-a b}", "?")]
    public void A_base_is_an_image_unless_it_is_scratch_or_makes_no_sense(string text, string expected) =>
        Assert.Equal(expected, Model.BasesOf(text).Last());

    [Theory]
    [InlineData("FROM a AS build\nFROM build", "stage 0")]
    [InlineData("FROM a AS Build\nFROM build", "stage 0")]
    [InlineData("FROM a AS Build\nFROM Build", "image Build")]
    [InlineData("FROM a AS build\nFROM \"build\"", "stage 0")]
    [InlineData("FROM a AS build\nFROM bu\\\nild", "stage 0")]
    [InlineData("FROM a AS build\nFROM --platform=linux/arm64 build", "stage 0")]
    [InlineData("FROM a AS build\nFROM build:latest", "image build:latest")]
    [InlineData("FROM a AS build\nFROM docker.io/library/build", "image docker.io/library/build")]
    [InlineData("FROM a AS build\nFROM 0", "image 0")]
    [InlineData("FROM a\nFROM stage-0", "image stage-0")]
    [InlineData("FROM alpine AS alpine", "image alpine")]
    [InlineData("FROM a AS x\nFROM b AS x\nFROM x", "stage 1")]
    [InlineData("FROM a AS x\nFROM x AS x", "stage 0")]
    [InlineData("FROM a AS scratch\nFROM scratch", "stage 0")]
    public void FROM_names_the_nearest_stage_above_exactly(string text, string expected) =>
        Assert.Equal(expected, Model.BasesOf(text).Last());

    [Fact]
    public void ARGs_that_double_each_other_do_no_harm()
    {
        var args = string.Concat(Enumerable.Repeat("ARG A=$A$A\n", 40));
        Assert.Single(Model.BasesOf("ARG A=0123456789\n" + args + "FROM $A"));
    }

    [Fact]
    public void FROM_never_looks_below() => Assert.Equal(["image b", "image c"], Model.BasesOf("FROM b AS a\nFROM c AS b"));

    [Theory]
    [InlineData("ARG V=3\nFROM alpine:$V", "image alpine:3")]
    [InlineData("ARG V=3\nFROM alpine:${V}-x", "image alpine:3-x")]
    [InlineData("ARG A=1 B=$A\nARG C=${B}2\nFROM x:$C", "image x:12")]
    [InlineData("ARG A='a b' B=\"x\\\"y\"\nFROM x${A+1}$B", "image x1x\"y")]
    [InlineData("ARG A=1\nARG A=2\nFROM x:$A", "image x:2")]
    [InlineData("ARG A\nFROM x:${A:-d}", "image x:d")]
    [InlineData("ARG A=1\nARG A\nFROM x:$A", "image x:1")]
    [InlineData("ARG --ignored=1 A=2\nFROM x:$A", "image x:2")]
    [InlineData("ARG A=${\nFROM x:${A-none}", "image x:none")]
    [InlineData("ARG a=1\nFROM x:${A-none}", "image x:none")]
    [InlineData("FROM x:${A:-d}", "image x:d")]
    [InlineData("FROM x:${A:?no}", "?")]
    [InlineData("FROM y\nARG A=1\nFROM x:${A:-d}", "image x:d")]
    [InlineData("ENV A=1\nFROM x:${A:-d}", "image x:d")]
    [InlineData("# escape=`\nARG A=1\nFROM x`$A\\$A", "image x$A\\1")]
    [InlineData("FROM a AS build_amd64\nFROM build_${TARGETARCH}", "stage 0")]
    [InlineData("FROM a AS x\nFROM x${TARGETVARIANT}", "stage 0")]
    [InlineData("ARG TARGETARCH\nFROM a AS build_amd64\nFROM build_${TARGETARCH}", "stage 0")]
    [InlineData("ARG P=${BUILDPLATFORM}\nFROM x:${P%/*}", "image x:linux")]
    [InlineData("ARG STAGE=build\nFROM a AS build\nFROM $STAGE", "stage 0")]
    [InlineData("FROM a AS b\nFROM $TARGETSTAGE AS b", "stage 0")]
    [InlineData("FROM x:$TARGETSTAGE", "image x:default")]
    public void Variables_of_FROM_are_the_automatic_ones_and_every_ARG_above_the_first_FROM(string text, string expected) =>
        Assert.Equal(expected, Model.BasesOf(text).Last());

    [Fact]
    public void The_reference_of_a_FROM_names_its_base_even_through_a_variable()
    {
        var model = Model.Of("ARG X=build\nFROM a AS build\nFROM $X\nFROM \"build\"\nFROM alpine");
        Assert.Equal([null, 0, 0, null], model.References.Select(r => r.Stage?.Index));
        Assert.Equal(["a", "$X", "build", "alpine"], model.References.Select(r => r.Text));
        Assert.Equal([0, 1, 2, 3], model.References.Select(r => r.StageIndex));
    }

    [Fact]
    public void Ancestry_goes_down_to_an_image()
    {
        var model = Model.Of("FROM alpine AS a\nFROM a AS b\nFROM debian AS c\nFROM b AS d");
        Assert.Equal(["d", "b", "a"], model.AncestryOf(model.Stages[3]).Select(s => s.Name));
        Assert.Equal(["c"], model.AncestryOf(model.Stages[2]).Select(s => s.Name));
    }

    [Fact]
    public void A_chain_of_thousands_of_stages_can_be_compared_and_printed()
    {
        var lines = Enumerable.Range(1, 20_000).Select(i => $"FROM s{i - 1} AS s{i}");
        var text = "FROM alpine AS s0\n" + string.Join('\n', lines);
        var (one, other) = (Model.Of(text), Model.Of(text));
        Assert.Equal(20_001, one.AncestryOf(one.DefaultStage!).Length);
        Assert.Equal(one.DefaultStage, other.DefaultStage);
        Assert.Equal(one.DefaultStage!.GetHashCode(), other.DefaultStage!.GetHashCode());
        Assert.Contains("OnStage s19999", one.DefaultStage.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(one.Stages[1], one.Stages[2]);
    }
}
