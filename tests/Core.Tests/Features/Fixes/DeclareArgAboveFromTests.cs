namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class DeclareArgAboveFromTests
{
    [Theory]
    [InlineData("# syntax=docker/dockerfile:1\n\n# it\nFROM alpine:${[|V|]:-3}\n", "# syntax=docker/dockerfile:1\n\nARG V\n# it\nFROM alpine:${V:-3}\n")]
    [InlineData("ARG BASE=1\nFROM alpine\nARG VERSION=\"3\"\nFROM debian:$[|VERSION|]\n", "ARG BASE=1\nARG VERSION=\"3\"\nFROM alpine\nARG VERSION=\"3\"\nFROM debian:$VERSION\n")]
    [InlineData("from alpine:${[|V|]-3}\n", "arg V\nfrom alpine:${V-3}\n")]
    public void FROM_sees_the_variable_then(string before, string after) => FixAssert.Fixes("UndefinedArgInFrom", before, after);

    [Theory]
    [InlineData("FROM alpine:$[|V|]\n")]
    [InlineData("FROM alpine\nARG V\nFROM debian:$[|V|]\n")]
    [InlineData("FROM alpine\nENV V=3\nFROM debian:${[|V|]:-4}\n")]
    [InlineData("FROM alpine\nARG X=1\nARG V=$X\nFROM debian:${[|V|]:-4}\n")]
    public void Without_a_value_it_would_be_empty_and_is_not_offered(string markup) => FixAssert.Offers("UndefinedArgInFrom", markup);
}
