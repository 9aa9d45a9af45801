using Dockstage.Core.Features;
using Dockstage.Core.Messages;

namespace Dockstage.Core.Tests.Features;

public sealed class CodeLensTests
{
    [Fact]
    public void Every_stage_that_can_be_built_has_a_build_lens() => Has("""
        ARG V=1
        [|FROM golang:$V AS develop|]
        RUN true
        [|FROM develop \
          AS Builder|]
        FROM busybox
        [|FROM alpine|]
        COPY --from=builder /a /b
        """, "▷ Build develop → develop", "▷ Build builder → builder", "▷ Build (last stage) → ");

    [Fact]
    public void Of_two_stages_of_one_name_only_the_last_can_be_built() => Has("""
        FROM golang AS a
        [|FROM alpine AS a|]
        """, "▷ Build a → a");

    [Fact]
    public void A_half_written_from_has_none() => Has("[|FROM golang AS a|]\nFROM ", "▷ Build a → a");

    [Fact]
    public void A_compose_file_has_none() => Has("//- compose.yaml\nservices: {}\n");

    [Fact]
    public void A_dockerfile_by_another_name_has_them_once_a_build_names_it()
    {
        var workspace = new MarkedWorkspace("""
            //- docker/prod.df
            FROM golang AS a
            //- compose.yaml
            services:
              web:
                build: {context: ., dockerfile: docker/prod.df}
            """);
        Assert.Single(CodeLens.Of(workspace.Snapshot, workspace["docker/prod.df"].Path, Language.English));
    }

    private static void Has(string markup, params string[] expected)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = new MarkedWorkspace(markup, lineEnd);
            var file = workspace.Files[0];
            var lenses = CodeLens.Of(workspace.Snapshot, file.Path, Language.English);
            Assert.Equal(expected, lenses.Select(l => $"{l.Title} → {l.Stage}"));
            Assert.Equal(Markup.Render(file.Text, file.Spans), Markup.Render(file.Text, lenses.Select(l => l.Span)));
            Assert.All(lenses, l => Assert.Equal(file.Path, l.Dockerfile));
        }
    }
}
