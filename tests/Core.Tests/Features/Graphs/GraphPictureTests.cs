using Dockstage.Core.Features.Graphs;

namespace Dockstage.Core.Tests.Features.Graphs;

/// <summary>What is written for other tools; that they accept it is tested with those tools, in tests/EndToEnd/cli.</summary>
public sealed class GraphPictureTests
{
    private const string Project =
        """
        //- a b/Dockerfile
        FROM golang:1.26 AS build
        FROM build AS lint
        FROM scratch
        COPY --from=build /a /a
        COPY --from=build /b /b
        //- compose.yaml
        services: { "w\"<": { build: "a b" } }
        """;

    [Fact]
    public void Graphviz_gets_a_box_for_each_Dockerfile() => Assert.Equal(
        """
        digraph dockstage {
          node [fontname="Helvetica,Arial,sans-serif", shape=box];
          edge [fontname="Helvetica,Arial,sans-serif", fontsize=10];
          n0 [label="w\"<\ncompose.yaml", shape=note, tooltip="compose.yaml:1"];
          n5 [label="golang:1.26", shape=cylinder];
          subgraph cluster_0 {
            label="a b/Dockerfile"; labeljust=l; fontname="Helvetica,Arial,sans-serif"; color=gray;
            n1 [label="build", style=rounded, tooltip="a b/Dockerfile:1"];
            n2 [label="lint", style="rounded,dashed", fontcolor=gray40, tooltip="a b/Dockerfile:2"];
            n3 [label="stage-2", style="rounded,bold", tooltip="a b/Dockerfile:3"];
            n4 [label="scratch", shape=plaintext];
          }
          n0 -> n3 [style=bold];
          n1 -> n5 [label="FROM"];
          n2 -> n1 [label="FROM"];
          n3 -> n4 [label="FROM"];
          n3 -> n1 [label="COPY ×2", style=dashed];
        }

        """.ReplaceLineEndings("\n"),
        GraphDot.Of(Graph()));

    [Fact]
    public void Mermaid_gets_a_box_for_each_Dockerfile() => Assert.Equal(
        """
        flowchart TB
          n0>"w#34;#60;<br/>compose.yaml"]
          n5[("golang:1.26")]
          subgraph d0["a b/Dockerfile"]
            n1("build")
            n2("lint")
            n3("stage-2")
            n4(("scratch"))
          end
          n0 ==> n3
          n1 -->|FROM| n5
          n2 -->|FROM| n1
          n3 -->|FROM| n4
          n3 -.->|"COPY ×2"| n1
          classDef defaultTarget stroke-width:3px
          class n3 defaultTarget
          classDef unreachable stroke-dasharray:4 4
          class n2 unreachable

        """.ReplaceLineEndings("\n"),
        GraphMermaid.Of(Graph()));

    private static BuildGraph Graph()
    {
        var workspace = new MarkedWorkspace(Project);
        return BuildGraph.Of(workspace.Snapshot, workspace.Files.Select(file => file.Path), Markup.Root);
    }
}
