using Dockstage.Core.Features;

namespace Dockstage.Core.Tests.Features;

/// <summary>In each text <c>{|write:…|}</c> is where the stage gets its name and <c>{|read:…|}</c> where it is used, in the document asked about.</summary>
public sealed class HighlightsTests
{
    [Fact]
    public void In_a_dockerfile_the_name_is_written_and_its_uses_are_read() => Highlights_are("""
        //- Dockerfile
        FROM golang AS {|write:builder|}
        FROM {|read:build<|>er|} AS tools
        FROM alpine
        COPY --from={|read:Builder|} /a /b
        COPY --from={|read:0|} /a /b
        RUN --mount=from={|read:builder|} true
        //- compose.yaml
        services: {web: {build: {target: builder}}}
        """);

    [Fact]
    public void In_a_compose_file_only_its_own_targets_are_shown() => Highlights_are("""
        //- Dockerfile
        FROM golang AS builder
        FROM alpine
        COPY --from=builder /a /b
        //- compose.yaml
        services:
          web: {build: {target: {|read:buil<|>der|}}}
          api: {build: {target: "{|read:BUILDER|}"}}
          default: {build: .}
        """);

    [Fact]
    public void The_default_of_an_ARG_is_read_and_an_index_belongs_to_the_name() => Highlights_are("""
        ARG BASE={|read:bui<|>lder|}
        FROM golang AS {|write:builder|}
        FROM {|read:$BASE|}
        COPY --from={|read:0|} /a /b
        RUN --mount=from={|read:Builder|},target=/x true
        """);

    [Fact]
    public void An_image_has_none() => Highlights_are("FROM gol<|>ang AS builder\nFROM golang");

    private static void Highlights_are(string markup)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = new MarkedWorkspace(markup, lineEnd);
            var highlights = Highlights.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor);
            var expected = workspace.At.Named.Select(mark => new Highlight(mark.Value, mark.Key == "write"));
            Assert.Equal(expected, highlights.OrderBy(highlight => highlight.Span.Start));
        }
    }
}
