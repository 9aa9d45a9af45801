using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

public sealed class DockerfileNotFoundTests
{
    [Fact]
    public void A_missing_dockerfile_is_reported_on_its_path_and_nothing_else_is() => RuleAssert.Finds("""
        //- compose.yaml
        services:
          web:
            build:
              context: api
              dockerfile: [|docker/prod.Dockerfile|]
              target: nosuch
        """, "DockerfileNotFound Warning: There is no Dockerfile at api/docker/prod.Dockerfile.");

    [Fact]
    public void Without_a_path_the_context_is_blamed() => RuleAssert.Finds("""
        //- compose.yaml
        services:
          web:
            build: [|./api|]
        """, "DockerfileNotFound Warning: There is no Dockerfile at api/Dockerfile.");

    [Fact]
    public void Without_a_context_the_build_is_blamed() => RuleAssert.Finds("""
        //- compose.yaml
        services:
          web:
            [|build|]:
              target: x
        """, "DockerfileNotFound Warning: There is no Dockerfile at Dockerfile.");

    [Fact]
    public void A_file_at_which_nobody_has_looked_is_not_missing()
    {
        var file = Markup.ParseOne("services: {web: {build: .}}", "compose.yaml");
        var snapshot = Core.Workspace.WorkspaceSnapshot.Empty.With(file.ToDocument());
        Assert.Empty(Diagnostics.Of(snapshot, file.Path, RuleSettings.Default));
    }
}
