using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Workspace;

public sealed class StageFilesTests
{
    [Theory]
    [InlineData("Dockerfile")]
    [InlineData("dockerfile")]
    [InlineData("Dockerfile.dev")]
    [InlineData("api.Dockerfile")]
    [InlineData("api.dockerfile")]
    [InlineData("Containerfile")]
    [InlineData("Containerfile.prod")]
    [InlineData("x.Containerfile")]
    public void These_names_are_dockerfiles(string name) => Assert.True(StageFiles.IsDockerfile(At(name), null));

    [Theory]
    [InlineData("Dockerfile.md")]
    [InlineData("dockerfile.go")]
    [InlineData("Dockerfile.tt")]
    [InlineData("Dockerfile.alpine.J2")]
    [InlineData("Containerfile.in")]
    [InlineData("Dockerfile.dockerignore")]
    [InlineData("api.Dockerfile.dockerignore")]
    [InlineData(".dockerignore")]
    [InlineData("MyDockerfile")]
    [InlineData("Dockerfiles")]
    [InlineData("compose.yaml")]
    public void These_names_are_not(string name) => Assert.False(StageFiles.IsDockerfile(At(name), null));

    [Fact]
    public void The_editor_may_say_that_any_file_is_a_dockerfile() => Assert.True(StageFiles.IsDockerfile(At("prod.df"), "dockerfile"));

    [Theory]
    [InlineData("compose.yaml")]
    [InlineData("compose.dev.yml")]
    [InlineData("docker-compose.yml")]
    [InlineData("docker-compose-prod.yaml")]
    [InlineData("docker-compose.override.yml")]
    public void These_names_are_compose_files(string name) => Assert.Equal("compose", StageFiles.ConsumerOf(At(name), null)?.Name);

    [Theory]
    [InlineData("compose.json")]
    [InlineData("mycompose.yaml")]
    [InlineData("values.yaml")]
    public void These_names_are_no_consumers(string name) => Assert.Null(StageFiles.ConsumerOf(At(name), null));

    private static DocumentPath At(string name) => Markup.Root.Resolve(name);
}
