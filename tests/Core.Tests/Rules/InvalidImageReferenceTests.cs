namespace Dockstage.Core.Tests.Rules;

public sealed class InvalidImageReferenceTests
{
    [Theory]
    [InlineData("./go-docker:latest", "invalid reference format", "go-docker:latest")]
    [InlineData("Web:Tag", "invalid reference format: repository name (library/Web) must be lowercase", "web:Tag")]
    [InlineData("ghcr.io/Acme/web", "invalid reference format: repository name (Acme/web) must be lowercase", "ghcr.io/acme/web")]
    [InlineData("web:", "invalid reference format", null)]
    [InlineData("../web", "invalid reference format", null)]
    [InlineData("/web", "invalid reference format", null)]
    [InlineData("web/", "invalid reference format", null)]
    [InlineData("a//b", "invalid reference format", null)]
    [InlineData("-web", "invalid reference format", null)]
    [InlineData("web-", "invalid reference format", null)]
    [InlineData("a___b", "invalid reference format", null)]
    [InlineData("web@", "invalid reference format", null)]
    [InlineData("https://ghcr.io/acme/web", "invalid reference format", null)]
    [InlineData("my web", "invalid reference format", null)]
    [InlineData("web:.1", "invalid reference format", null)]
    [InlineData("web ", "invalid reference format", "web")]
    public void A_name_that_Docker_refuses_is_found(string name, string error, string? meant) => RuleAssert.Only(
        "InvalidImageReference",
        $"//- Dockerfile\nFROM a\n//- compose.yaml\nservices:\n  web:\n    build: .\n    image: \"[|{name}|]\"\n",
        $"Docker refuses the image name '{name}': {error}." + (meant is null ? "" : $" Did you mean '{meant}'?"));

    [Theory]
    [InlineData("web")]
    [InlineData("web:Tag_1.2-3")]
    [InlineData("localhost:5000/a/b:1")]
    [InlineData("MyHost/x:Tag")]
    [InlineData("[::1]:5000/x")]
    [InlineData("a__b/c--d.e")]
    [InlineData("web@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("${REGISTRY}/Web")]
    [InlineData("Web:${TAG:-1}")]
    [InlineData("{{ registry }}/Web:{{tag}}")]
    [InlineData("")]
    public void A_name_that_Docker_takes_or_that_is_not_known_stays_silent(string name) => RuleAssert.Only(
        "InvalidImageReference", $"//- Dockerfile\nFROM a\n//- compose.yaml\nservices:\n  web:\n    build: .\n    image: \"{name}\"\n");

    [Fact]
    public void A_tag_has_at_most_128_characters() => RuleAssert.Only(
        "InvalidImageReference",
        $"//- Dockerfile\nFROM a\n//- compose.yaml\nservices:\n  a: {{build: ., image: \"w:{new string('x', 128)}\"}}\n  b: {{build: ., image: \"[|w:{new string('x', 129)}|]\"}}\n",
        $"Docker refuses the image name 'w:{new string('x', 129)}': invalid reference format.");

    [Fact]
    public void Tags_count_too_and_a_place_that_services_share_once() => RuleAssert.Only("InvalidImageReference", """
        //- Dockerfile
        FROM a
        //- compose.yaml
        x-build: &build
          context: .
          tags: [web, "[|Web|]", $TAG]
        services:
          one: {build: *build}
          two: {build: *build, image: '[|-x|]'}
          three: {build: ., image: !reset Web}
          four: {image: ./not-built}
          five: {build: ., image: }
        """,
        "Docker refuses the image name 'Web': invalid reference format: repository name (library/Web) must be lowercase. Did you mean 'web'?",
        "Docker refuses the image name '-x': invalid reference format.");
}
