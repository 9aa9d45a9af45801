using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Workspace;

public sealed class ConsumerBuildsTests
{
    private const string Dockerfiles =
        """
        //- Dockerfile
        FROM a AS dev
        FROM b AS prod
        //- Dockerfile.dev
        FROM c AS dev

        """;

    [Fact]
    public void A_file_that_stands_alone_has_one_row_for_each_build() => Expect(
        "compose.yaml",
        """
        //- compose.yaml
        services:
          web: { build: { context: ., target: Dev } }
          main: { build: { context: ., target: "" } }
          wrong: { build: { context: ., target: nope } }
          db: { image: x }
        """,
        "web Dev → dev", "main → prod", "wrong nope → ?");

    [Fact]
    public void An_override_comes_alone_and_merged_where_the_results_differ() => Expect(
        "compose.override.yaml",
        """
        //- compose.yaml
        services:
          web: { build: { context: ., target: dev } }
          same: { build: { context: ., target: prod } }
        //- compose.override.yaml
        services:
          web: { build: { dockerfile: Dockerfile.dev } }
          same: { build: { context: ., target: prod } }
          own: { build: . }
        """,
        "web → dev (laid over compose.yaml)", "web dev → dev merged", "same prod → prod", "own → prod");

    [Fact]
    public void Of_several_documents_in_one_file_the_last_word_on_a_service_counts() => Expect(
        "compose.yaml",
        """
        //- compose.yaml
        services: { web: { build: { context: ., target: dev } } }
        ---
        services: { web: { build: { target: prod } } }
        """,
        "web prod → prod");

    [Fact]
    public void A_file_that_is_no_consumer_builds_nothing()
    {
        var snapshot = new MarkedWorkspace(Dockerfiles).Snapshot;
        Assert.Empty(ConsumerBuilds.In(snapshot, Markup.Root.Resolve("Dockerfile")));
        Assert.Empty(ConsumerBuilds.In(snapshot, Markup.Root.Resolve("nowhere.yaml")));
    }

    private static void Expect(string file, string compose, params string[] expected)
    {
        var workspace = new MarkedWorkspace(Dockerfiles + compose);
        Assert.Equal(expected, ConsumerBuilds.In(workspace.Snapshot, workspace[file].Path).Select(build =>
            $"{build.Target.Name} {(build.Stage is { } stage ? stage.Text + " " : "")}→ {build.Builds?.Label ?? "?"}"
            + (build.IsMerged ? " merged" : build.MergedWith is [var below] ? $" (laid over {below.Name})" : "")));
    }
}
