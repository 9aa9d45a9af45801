namespace Dockstage.Core.Tests.Semantics;

public sealed class TargetTests
{
    [Theory]
    [InlineData("build", 2)]
    [InlineData("BUILD", 2)]
    [InlineData("test", 1)]
    [InlineData("", 3)]
    [InlineData("0", null)]
    [InlineData("3", null)]
    [InlineData("stage-3", null)]
    [InlineData("biuld", null)]
    [InlineData(" build", null)]
    public void A_target_is_the_last_stage_of_a_name(string target, int? stage) =>
        Assert.Equal(stage, Model.Of("FROM a AS build\nFROM a AS test\nFROM a AS Build\nFROM a").FindTarget(target)?.Index);

    [Fact]
    public void The_default_is_the_last_stage_named_or_not()
    {
        Assert.Equal(1, Model.Of("FROM a AS x\nFROM b").DefaultStage?.Index);
        Assert.Equal("x", Model.Of("FROM a\nFROM b AS x\nRUN a").DefaultStage?.Name);
    }

    [Theory]
    [InlineData("biuld", "build")]
    [InlineData("BILD", "build")]
    [InlineData("tost", "test")]
    [InlineData("tes", "test")]
    [InlineData("tets-1", null)]
    [InlineData("b", null)]
    [InlineData("Build", null)]
    [InlineData("nothing", null)]
    [InlineData("", null)]
    public void A_misspelt_target_suggests_the_nearest_name(string target, string? suggestion) =>
        Assert.Equal(suggestion, Model.Of("FROM a AS Build\nFROM a AS test\nFROM a").SuggestTarget(target));

    [Fact]
    public void The_first_of_several_equally_near_names_is_suggested() =>
        Assert.Equal("ab", Model.Of("FROM x AS ab\nFROM x AS ac").SuggestTarget("ad"));

    [Theory]
    [InlineData("docker/dockerfile:1", false)]
    [InlineData("docker/dockerfile", false)]
    [InlineData("docker/dockerfile-upstream:master-labs", false)]
    [InlineData("docker.io/docker/dockerfile:1.20@sha256:abc", false)]
    [InlineData("mirror.example.org:5000/hub/docker/dockerfile:1", false)]
    [InlineData("dockerfile.v0", false)]
    [InlineData("ghcr.io/someone/frontend:v2", true)]
    [InlineData("notdocker/dockerfile", true)]
    [InlineData("docker/dockerfile/other", true)]
    public void A_front_end_that_is_not_Dockers_is_foreign(string image, bool isForeign)
    {
        Assert.Equal(isForeign, Model.Of($"# syntax={image}\nFROM a").UsesForeignFrontend);
        Assert.Equal(isForeign, Model.Of($"#!/x\r\n# syntax = {image} words\r\nFROM a").UsesForeignFrontend);
        Assert.False(Model.Of($"FROM a\n# syntax={image}").UsesForeignFrontend);
    }
}
