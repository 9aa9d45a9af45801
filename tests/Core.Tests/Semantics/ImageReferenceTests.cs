using Dockstage.Core.Semantics;

namespace Dockstage.Core.Tests.Semantics;

public sealed class ImageReferenceTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("alpine", "alpine")]
    [InlineData("docker.io/library/alpine", "alpine")]
    [InlineData("index.docker.io/library/alpine", "alpine")]
    [InlineData("docker.io/alpine:3", "alpine:3")]
    [InlineData("library/alpine", "alpine")]
    [InlineData("library/a/b", "library/a/b")]
    [InlineData("golang:1.22-alpine", "golang:1.22-alpine")]
    [InlineData("alpine@sha256:" + Hash, "alpine@sha256:" + Hash)]
    [InlineData("alpine:3@sha256:" + Hash, "alpine:3@sha256:" + Hash)]
    [InlineData("localhost/x", "localhost/x")]
    [InlineData("Host/x", "Host/x")]
    [InlineData("reg.example.org:5000/a/b_c:V1", "reg.example.org:5000/a/b_c:V1")]
    [InlineData("[::1]:5000/x", "[::1]:5000/x")]
    [InlineData("0", "0")]
    [InlineData("a__b", "a__b")]
    [InlineData("a--b", "a--b")]
    [InlineData("a.b", "a.b")]
    public void A_reference_has_a_familiar_form(string text, string familiar)
    {
        Assert.Equal(familiar, ImageReference.Read(text, out var error)?.Familiar);
        Assert.Null(error);
    }

    [Theory]
    [InlineData("", "invalid reference format")]
    [InlineData(" ", "invalid reference format")]
    [InlineData("Build", "invalid reference format: repository name (library/Build) must be lowercase")]
    [InlineData("docker.io/Build:1", "invalid reference format: repository name (library/Build) must be lowercase")]
    [InlineData("a/B", "invalid reference format: repository name (a/B) must be lowercase")]
    [InlineData("$X", "invalid reference format: repository name (library/$X) must be lowercase")]
    [InlineData("$x", "invalid reference format")]
    [InlineData("a$", "invalid reference format")]
    [InlineData("alpine:", "invalid reference format")]
    [InlineData("alpine:-1", "invalid reference format")]
    [InlineData("alpine@sha256:12", "invalid reference format")]
    [InlineData("alpine@", "invalid reference format")]
    [InlineData("a//b", "invalid reference format")]
    [InlineData("-host.x/a", "invalid reference format")]
    [InlineData("build-", "invalid reference format")]
    [InlineData("build_", "invalid reference format")]
    [InlineData("build.", "invalid reference format")]
    [InlineData("a..b", "invalid reference format")]
    [InlineData("a___b", "invalid reference format")]
    [InlineData("a.-b", "invalid reference format")]
    [InlineData("a_-b", "invalid reference format")]
    [InlineData(Hash, $"invalid repository name ({Hash}), cannot specify 64-byte hexadecimal strings")]
    public void What_is_none_is_told_in_the_words_of_Docker(string text, string expected)
    {
        Assert.Null(ImageReference.Read(text, out var error));
        Assert.Equal(expected, error);
    }

    [Theory]
    [InlineData(247, true)]
    [InlineData(248, false)]
    public void The_implied_library_counts_into_the_length(int length, bool isValid)
    {
        Assert.Equal(isValid, ImageReference.Read(new string('a', length), out var error) is not null);
        Assert.Equal(isValid ? null : "repository name must not be more than 255 characters", error);
    }
}
