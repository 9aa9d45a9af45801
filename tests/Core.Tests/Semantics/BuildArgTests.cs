using Dockstage.Core.Semantics;

namespace Dockstage.Core.Tests.Semantics;

/// <summary>What build arguments do to FROM lines.</summary>
public sealed class BuildArgTests
{
    [Theory]
    [InlineData("ARG V=3\nFROM alpine:$V", "V=4", "image alpine:4")]
    [InlineData("ARG V\nFROM alpine:$V", "V=4", "image alpine:4")]
    [InlineData("FROM alpine:${V:-d}", "V=4", "image alpine:d")]
    [InlineData("FROM x\nARG V=1\nFROM alpine:${V:-d}", "V=4", "image alpine:d")]
    [InlineData("ARG A=1\nARG V=3\nFROM alpine:$V", "V=$A", "image alpine:$A")]
    [InlineData("ARG A=1\nARG V=$A\nFROM alpine:$V", "A=2", "image alpine:2")]
    [InlineData("ARG V=3\nFROM alpine:${V:-d}", "V=", "image alpine:d")]
    [InlineData("ARG V=${\nFROM alpine:$V", "V=4", "image alpine:4")]
    [InlineData("FROM a AS build_arm64\nFROM build_$TARGETARCH", "TARGETARCH=arm64", "stage 0")]
    [InlineData("ARG BASE=dev\nFROM a AS dev\nFROM b AS prod\nFROM $BASE", "BASE=prod", "stage 1")]
    public void A_build_argument_beats_the_default_of_its_global_ARG(string text, string args, string expected) =>
        Assert.Equal(expected, Model.BasesOf(Model.WithArgs(text, args)).Last());

    [Theory]
    [InlineData("A", null, "A")]
    [InlineData("b", null, "b")]
    [InlineData(null, null, "default")]
    [InlineData(null, "last", "last")]
    [InlineData("a", "last", "a")]
    public void TARGETSTAGE_is_the_target_as_written_else_the_last_name_else_default(string? target, string? last, string expected)
    {
        var model = Model.Of("FROM x AS a\nFROM x:$TARGETSTAGE" + (last is null ? "" : " AS " + last)).For(new BuildInputs { Target = target });
        Assert.Equal("image x:" + expected, Model.BasesOf(model).Last());
    }

    [Theory]
    [InlineData("ARG A\nFROM x:${A-d}${A:-e}", "image x:de")]
    [InlineData("ARG A=\nFROM x:${A-d}${A:-e}", "image x:e")]
    [InlineData("ARG A=\"\"\nFROM x:${A+set}", "image x:set")]
    [InlineData("ARG A='1 2'\nFROM x:${A%?2}", "image x:1")]
    [InlineData("ARG A=\"1\\\"2\"\nFROM x:${A#*\\\"}", "?")]
    [InlineData("ARG A=1\\ 2\nFROM x:${A%?2}", "image x:1")]
    [InlineData("ARG A=\"$\"1\nFROM x:$A", "image x:$1")]
    [InlineData("ARG A = 1\nFROM x:${A-d}", "image x:d")]
    [InlineData("ARG \\\n  A=1 \\\n  # why\n  B=2\nFROM x:$A$B", "image x:12")]
    public void An_ARG_without_default_is_unset_and_one_with_an_empty_one_is_not(string text, string expected) =>
        Assert.Equal(expected, Model.BasesOf(text).Last());

    [Theory]
    [InlineData("ARG A\nFROM x", "A", true)]
    [InlineData("ARG A=1\nFROM x", "A", true)]
    [InlineData("ARG A=1\nFROM x", "a", false)]
    [InlineData("FROM x", "TARGETARCH", true)]
    [InlineData("FROM x", "TARGETSTAGE", true)]
    [InlineData("FROM x", "BUILDOSVERSION", true)]
    [InlineData("FROM x", "HTTP_PROXY", false)]
    [InlineData("FROM x\nARG A=1", "A", false)]
    public void A_name_is_declared_for_FROM_above_the_first_FROM_or_by_itself(string text, string name, bool isDeclared) =>
        Assert.Equal(isDeclared, Model.Of(text).GlobalArgs.IsDeclared(name));
}
