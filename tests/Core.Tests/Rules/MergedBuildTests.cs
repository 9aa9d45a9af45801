using Dockstage.Core.Messages;
using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

/// <summary>Findings about builds that several files make together: the marks are all of them, in all files.</summary>
public sealed class MergedBuildTests
{
    [Theory]
    // The base file pins the target, the override swaps the Dockerfile.
    [InlineData("""
        //- Dockerfile
        FROM x AS runtime
        //- dev.df
        FROM x AS dev
        //- compose.yaml
        services: {web: {build: {context: ., target: [|runtime|]}}}
        //- compose.override.yaml
        services: {web: {build: {dockerfile: [|dev.df|]}}}
        """)]
    // The other way round.
    [InlineData("""
        //- Dockerfile
        FROM x AS runtime
        //- compose.yaml
        services: {web: {build: {context: [|.|]}}}
        //- compose.override.yaml
        services: {web: {build: {target: [|dev|]}}}
        """)]
    [InlineData("""
        //- Dockerfile
        FROM x AS runtime
        //- app/Dockerfile
        FROM x AS dev
        //- base.yml
        services: {base: {build: {target: [|runtime|]}}}
        //- compose.yaml
        services: {web: {extends: {file: base.yml, service: base}, build: {context: [|app|]}}}
        """)]
    [InlineData("""
        //- Dockerfile
        FROM x AS runtime
        //- .env
        T=[|dev|]
        //- compose.yaml
        services: {web: {build: {context: [|.|], target: [|$T|]}}}
        """)]
    [InlineData("""
        //- Dockerfile
        FROM x AS runtime
        //- compose.yaml
        services: {web: {build: {context: ., target: "${T:-[|dev|]}"}}}
        """)]
    [InlineData("""
        //- infra/Dockerfile
        FROM x AS runtime
        //- infra/services.yml
        services: {web: {build: {context: ., target: [|dev|]}}}
        //- compose.yaml
        include: [infra/services.yml]
        """)]
    // Fine in the end: what is only meant to be taken over is no mistake.
    [InlineData("""
        //- Dockerfile
        FROM x AS runtime
        //- dev.df
        FROM x AS dev
        //- compose.yaml
        services: {web: {build: {context: ., target: dev}}}
        //- compose.override.yaml
        services: {web: {build: {dockerfile: dev.df}}}
        """)]
    [InlineData("""
        //- Dockerfile
        FROM x AS runtime
        //- .env
        T=runtime
        //- compose.yaml
        services: {web: {build: {context: ., target: "${T:-nosuch}"}}, api: {build: {context: ., target: "${U:+nosuch}"}}}
        """)]
    // A file with an infix may stand by itself.
    [InlineData("""
        //- dev.df
        FROM x AS dev
        //- Dockerfile
        FROM x AS test
        //- compose.yaml
        services: {web: {build: {context: ., dockerfile: dev.df, target: dev}}}
        //- compose.test.yaml
        services: {web: {build: {context: ., target: test}}}
        //- compose.ci.yaml
        services: {web: {build: {context: ., dockerfile: Dockerfile}}}
        """)]
    // Or be laid over the base file.
    [InlineData("""
        //- api/Dockerfile
        FROM x AS dev
        //- Dockerfile
        FROM x AS other
        //- compose.yaml
        services: {web: {build: ./api}}
        //- compose.dev.yaml
        services: {web: {build: {target: dev}}}
        """)]
    [InlineData("""
        //- api/Dockerfile
        FROM x AS dev
        //- Dockerfile
        FROM x AS other
        //- compose.yaml
        services: {web: {build: [|./api|]}}
        //- compose.dev.yaml
        services: {web: {build: {target: [|nosuch|]}}}
        """)]
    [InlineData("""
        //- Dockerfile
        FROM x AS runtime
        //- compose.yaml
        services: {web: {build: {context: "${NO}", target: nosuch}}, api: {extends: {file: gone.yml, service: x}, build: {target: nosuch}}}
        """)]
    public void Both_places_are_told(string marked)
    {
        var workspace = new MarkedWorkspace(marked);
        foreach (var file in workspace.Files)
        {
            var found = Diagnostics.Of(workspace.Snapshot, file.Path, RuleSettings.Default);
            Assert.All(found, one => Assert.Equal("TargetNotFound", one.Code));
            Assert.Equal(Markup.Render(file.Text, file.Spans), Markup.Render(file.Text, found.Select(one => one.Span)));
        }

        // Each leads to the others.
        var all = workspace.Files.SelectMany(file => Diagnostics.Of(workspace.Snapshot, file.Path, RuleSettings.Default).Select(one => (file.Path, one))).ToList();
        if (all.Select(one => one.Path).Distinct().Count() > 1)
            Assert.All(all, one => Assert.Contains(one.one.Related, related => !related.Path.Equals(one.Path) && all.Any(other => other.Path.Equals(related.Path))));
    }

    [Fact]
    public void A_missing_Dockerfile_is_told_where_its_path_and_where_its_folder_are_written()
    {
        var workspace = new MarkedWorkspace("""
            //- prod.df
            FROM x
            //- compose.yaml
            services: {web: {build: {context: ., dockerfile: [|prod.df|]}}}
            //- compose.override.yaml
            services: {web: {build: {context: [|app|]}}}
            """);
        foreach (var path in new[] { "compose.yaml", "compose.override.yaml" })
        {
            var one = Assert.Single(Diagnostics.Of(workspace.Snapshot, workspace[path].Path, RuleSettings.Default));
            Assert.Equal(("DockerfileNotFound", workspace[path].Spans.Single()), (one.Code, one.Span));
            Assert.Equal("There is no Dockerfile at app/prod.df.", one.Message.In(Language.English));
            Assert.Equal(path == "compose.yaml" ? "compose.override.yaml" : "compose.yaml", Assert.Single(one.Related).Path.Name);
        }
    }

    [Fact]
    public void Findings_follow_each_file_live()
    {
        var workspace = new MarkedWorkspace("""
            //- Dockerfile
            FROM x AS runtime
            //- base.yml
            services: {base: {build: {target: $T}}}
            //- .env
            T=runtime
            //- compose.yaml
            services: {web: {extends: {file: base.yml, service: base}}}
            """);
        var env = workspace[".env"].Path;
        Assert.Empty(Found(workspace.Snapshot));
        var edited = workspace.Snapshot.With(new(env, Dockstage.Core.Text.SourceText.From("T=other\n")));
        Assert.Equal([".env", "base.yml"], Found(edited));
        Assert.Subset(edited.AffectedBy(env).Select(path => path.Name).ToHashSet(), new HashSet<string> { ".env", "base.yml", "compose.yaml", "Dockerfile" });
        Assert.Subset(edited.AffectedBy(workspace["Dockerfile"].Path).Select(path => path.Name).ToHashSet(), new HashSet<string> { ".env", "base.yml", "compose.yaml" });

        IEnumerable<string> Found(Dockstage.Core.Workspace.WorkspaceSnapshot snapshot) => workspace.Files
            .Where(file => Diagnostics.Of(snapshot, file.Path, RuleSettings.Default).Length > 0).Select(file => file.Path.Name).Order(StringComparer.Ordinal);
    }
}
