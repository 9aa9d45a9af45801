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

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Every_service_that_is_built_has_a_build_lens_over_its_name_in_block_and_flow_style(string lineEnd)
    {
        var workspace = new MarkedWorkspace("""
            //- Dockerfile
            FROM golang AS builder
            //- compose.yaml
            x-build: &build {context: ., target: builder}
            services:
              [|web|]:
                build:
                  context: .
                  target: "builder"
              redis: {image: redis}
              "[|api|]": {build: {context: ., target: Builder}}
              [|short|]: {build: .}
              [|shared|]: {build: *build}
              [|computed|]: {build: {target: "${T:-builder}"}}
              [|empty|]: {build: {target: }}
              half: {build: }
              [|remote|]: {build: https://github.com/a/b.git}
            """, lineEnd);
        var file = workspace["compose.yaml"];
        var lenses = CodeLens.Of(workspace.Snapshot, file.Path, LensChoice.All, Language.English);
        Assert.Equal(
            [
                "▷ Build web (target builder)", "▷ Build api (target Builder)", "▷ Build short", "▷ Build shared (target builder)",
                "▷ Build computed (target builder)", "▷ Build empty", "▷ Build remote",
            ],
            lenses.Select(lens => lens.Title));
        Assert.Equal(Markup.Render(file.Text, file.Spans), Markup.Render(file.Text, lenses.Select(lens => lens.Span)));
        Assert.Equal(["web", "api", "short", "shared", "computed", "empty", "remote"], lenses.Cast<StageLens.BuildOfConsumer>().Select(lens => lens.Name));
        Assert.Equal(
            "▷ Собрать web (цель builder)", CodeLens.Of(workspace.Snapshot, file.Path, LensChoice.All, Language.Russian)[0].Title);
        Assert.Empty(CodeLens.Of(workspace.Snapshot, file.Path, new LensChoice { Build = false }, Language.English));
    }

    [Fact]
    public void A_service_that_two_documents_of_a_file_build_has_one_lens_for_what_comes_of_both()
    {
        var workspace = new MarkedWorkspace("//- compose.yaml\nservices: {web: {build: .}}\n---\nservices: {web: {build: {target: a}}}\n");
        Assert.Equal(
            ["▷ Build web (target a)"],
            CodeLens.Of(workspace.Snapshot, workspace["compose.yaml"].Path, LensChoice.All, Language.English).Select(lens => lens.Title));
    }

    [Fact]
    public void Other_yaml_files_have_none()
    {
        var workspace = new MarkedWorkspace("//- other.yaml\nservices: {web: {build: .}}\n");
        Assert.Empty(CodeLens.Of(workspace.Snapshot, workspace["other.yaml"].Path, LensChoice.All, Language.English));
    }

    [Fact]
    public void A_stage_without_a_name_has_a_lens_for_the_indexes_that_mean_it()
    {
        var workspace = new MarkedWorkspace("FROM golang\nFROM alpine\nCOPY --from=0 /a /b\nCOPY --from=0 /c /d");
        var lens = Assert.Single(
            CodeLens.Of(workspace.Snapshot, workspace.Files[0].Path, LensChoice.All, Language.English).OfType<StageLens.References>());
        Assert.Equal(("2 references", 2, 5), (lens.Title, lens.Places.Length, lens.Name.Start));
    }

    [Fact]
    public void A_file_without_services_has_none() => Has("//- compose.yaml\nservices: {}\n");

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
        Assert.Single(BuildLenses(workspace, workspace["docker/prod.df"]));
    }

    [Fact]
    public void Over_each_stage_stand_build_references_consumers_status_and_graph_in_this_order()
    {
        var workspace = new MarkedWorkspace("""
            //- Dockerfile
            FROM golang AS develop
            FROM develop AS builder
            FROM develop AS tools
            FROM scratch
            COPY --from=builder /a /b
            FROM
            //- compose.yaml
            services:
              web: {build: {target: builder}}
              api: {build: {target: Builder}}
              computed: {build: {target: "${T:-tools}"}}
            """);
        Assert.Equal(
            [
                "0 ▷ Build develop", "0 2 references", "0 not built by default", "0 graph",
                "1 ▷ Build builder", "1 3 references", "1 used by web, api", "1 not built by default", "1 graph",
                "2 ▷ Build tools", "2 1 reference", "2 used by computed", "2 not built by default", "2 graph",
                "3 not built by default", "3 graph",
            ],
            Titles(workspace, LensChoice.All, Language.English));
    }

    [Fact]
    public void What_the_last_stage_needs_is_built_by_default_and_a_build_without_target_uses_the_last()
    {
        var workspace = new MarkedWorkspace("""
            //- Dockerfile
            FROM golang AS builder
            FROM golang AS tools
            FROM scratch AS release
            COPY --from=builder /a /b
            //- compose.yaml
            services: {web: {build: .}}
            """);
        Assert.Equal(
            ["1 не собирается по умолчанию", "2 используют: web", "2 цель по умолчанию"],
            Titles(workspace, new LensChoice { Build = false, References = false, Graph = false }, Language.Russian));
    }

    [Fact]
    public void The_lens_of_consumers_leads_to_the_target_or_to_the_build_that_names_none()
    {
        var workspace = new MarkedWorkspace("""
            //- Dockerfile
            FROM golang AS builder
            //- compose.yaml
            services:
              web: {build: {target: "[|Builder|]"}}
              [|api|]: {build: .}
              other: {build: {target: nope}}
            """);
        var lens = CodeLens.Of(workspace.Snapshot, workspace["Dockerfile"].Path, LensChoice.All, Language.English)
            .OfType<StageLens.References>().Single(lens => lens.Title == "used by web, api");
        var file = workspace["compose.yaml"];
        Assert.All(lens.Places, place => Assert.Equal(file.Path, place.File));
        Assert.Equal(Markup.Render(file.Text, file.Spans), Markup.Render(file.Text, lens.Places.Select(place => place.Span)));
    }

    [Fact]
    public void Many_consumers_are_cut()
    {
        var services = string.Concat(Enumerable.Range(1, 9).Select(i => $"  s{i}: {{build: .}}\n"));
        var workspace = new MarkedWorkspace($"//- Dockerfile\nFROM golang AS a\n//- compose.yaml\nservices:\n{services}");
        Assert.Contains("0 used by s1, s2, s3, s4, s5, …", Titles(workspace, LensChoice.All, Language.English));
    }

    private static void Has(string markup, params string[] expected)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = new MarkedWorkspace(markup, lineEnd);
            var file = workspace.Files[0];
            var lenses = BuildLenses(workspace, file).ToList();
            Assert.Equal(expected, lenses.Select(l => $"{l.Title} → {l.Stage}"));
            Assert.Equal(Markup.Render(file.Text, file.Spans), Markup.Render(file.Text, lenses.Select(l => l.Span)));
            Assert.All(lenses, l => Assert.Equal(file.Path, l.Dockerfile));
        }
    }

    private static IEnumerable<StageLens.Build> BuildLenses(MarkedWorkspace workspace, MarkedFile file) =>
        CodeLens.Of(workspace.Snapshot, file.Path, LensChoice.All, Language.English).OfType<StageLens.Build>();

    /// <summary>The lenses of the Dockerfile, each behind the line on which it stands.</summary>
    private static IEnumerable<string> Titles(MarkedWorkspace workspace, LensChoice choice, Language language)
    {
        var file = workspace["Dockerfile"];
        var lines = file.ToDocument().Text;
        return CodeLens.Of(workspace.Snapshot, file.Path, choice, language).Select(lens => $"{lines.LineAt(lens.Span.Start)} {lens.Title}");
    }
}
