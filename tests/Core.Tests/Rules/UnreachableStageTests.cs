using Dockstage.Core.Rules;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Rules;

public sealed class UnreachableStageTests
{
    /// <summary>A build that names no target; the Dockerfile follows.</summary>
    private const string Built = "//- compose.yaml\nservices: {web: {build: .}}\n//- Dockerfile\n";

    [Fact]
    public void A_stage_that_nothing_needs_is_faded_as_a_whole()
    {
        const string text = """
            //- Dockerfile
            FROM golang AS build
            [|FROM alpine AS Left-Over
            COPY --from=build /a /a
            RUN a && \
              b|]
            # about the next one

            FROM scratch
            COPY --from=build /a /a
            //- compose.yaml
            services: {web: {build: .}}
            """;
        RuleAssert.Only("UnreachableStage", text, Message("left-over"));
        var workspace = new MarkedWorkspace(text);
        var found = Diagnostics.Of(workspace.Snapshot, workspace["Dockerfile"].Path, RuleSettings.Default).Single(one => one.Code == "UnreachableStage");
        Assert.Equal((Severity.Hint, FindingTag.Unnecessary), (found.Severity, found.Tag));
    }

    [Fact]
    public void What_only_an_unneeded_stage_needs_is_not_needed_either() => RuleAssert.Only("UnreachableStage", """
        //- Dockerfile
        [|FROM golang AS a|]
        [|FROM a
        RUN <<EOF
        x
        EOF|]
        [|FROM alpine AS c
        COPY --from=a / /|]
        FROM scratch
        //- compose.yaml
        services: {web: {build: .}}
        """, Message("a"), Message("1"), Message("c"));

    [Fact]
    public void What_the_target_of_any_build_needs_is_needed() => RuleAssert.Only("UnreachableStage", """
        //- Dockerfile
        FROM golang AS deps
        FROM deps AS api
        FROM alpine AS assets
        FROM alpine AS worker
        RUN --mount=from=assets,target=/x true
        [|FROM alpine AS nobody
        CMD x|]
        FROM scratch
        //- compose.yaml
        services: {api: {build: {context: ., target: API}}}
        //- sub/compose.other.yaml
        services: {worker: {build: {context: .., target: worker}}}
        """, Message("nobody"));

    [Theory]
    [InlineData("target: \"${STAGE:-x}\"")]
    [InlineData("target: $STAGE")]
    public void A_computed_target_may_be_any_name(string target) => RuleAssert.Only(
        "UnreachableStage", $"//- Dockerfile\nFROM a AS x\nFROM b AS y\n[|FROM c\nRUN x|]\nFROM scratch\n//- compose.yaml\nservices: {{web: {{build: {{context: ., {target}}}}}}}", Message("2"));

    [Fact]
    public void A_target_that_may_come_from_another_file_may_be_any_name() => RuleAssert.Only("UnreachableStage", """
        //- Dockerfile
        FROM a AS x
        FROM scratch
        //- compose.yaml
        services: {web: {extends: {file: common.yaml, service: web}, build: {context: ., dockerfile: Dockerfile}}}
        """);

    [Theory]
    [InlineData("dev")]
    [InlineData("development")]
    [InlineData("Test")]
    [InlineData("unit-tests")]
    [InlineData("go_debug")]
    [InlineData("ci")]
    [InlineData("app.ci")]
    [InlineData("devcontainer")]
    [InlineData("lint")]
    public void A_stage_for_hands_is_silent_with_what_it_needs(string name) => RuleAssert.Only(
        "UnreachableStage", Built + $"FROM golang AS helpers\nFROM alpine AS {name}\nCOPY --from=helpers / /\nFROM scratch\n");

    [Theory]
    [InlineData("decimal")]
    [InlineData("city")]
    [InlineData("old")]
    public void Other_names_are_not_for_hands(string name) => RuleAssert.Only(
        "UnreachableStage", Built + $"[|FROM alpine AS {name}|]\nFROM scratch\n", Message(name));

    [Fact]
    public void A_described_stage_is_a_target() => RuleAssert.Only("UnreachableStage", """
        //- Dockerfile
        # tools what the release needs
        FROM golang AS tools
        # something else
        [|FROM alpine AS other|]
        FROM scratch
        //- compose.yaml
        services: {web: {build: .}}
        """, Message("other"));

    [Fact]
    public void While_no_build_is_known_every_name_may_be_a_target() => RuleAssert.Only("UnreachableStage", """
        FROM golang AS api
        FROM golang AS worker
        [|FROM golang
        CMD ["nobody can ask for it"]|]
        FROM scratch
        """, Message("2"));

    [Fact]
    public void A_stage_that_a_variable_may_choose_is_needed() => RuleAssert.Only("UnreachableStage", """
        //- Dockerfile
        ARG KIND=prod
        ARG BASE=debian:12
        FROM a AS base-prod
        FROM a AS base-slim
        FROM a AS base-slim-old
        [|FROM a AS basic|]
        FROM "base-${KIND:-x}" AS app
        FROM debian:$KIND AS tools
        FROM scratch
        COPY --from=app / /
        COPY --from=tools / /
        //- compose.yaml
        services: {web: {build: .}}
        """, Message("basic"));

    [Fact]
    public void A_base_that_is_nothing_but_a_variable_may_be_any_stage_above() => RuleAssert.Only("UnreachableStage", """
        //- Dockerfile
        ARG BASE=debian:12
        FROM a AS one
        FROM ${BASE}
        //- compose.yaml
        services: {web: {build: .}}
        """);

    [Theory]
    [InlineData("COPY --from=bulid / /")]
    [InlineData("COPY --from=$STAGE / /")]
    [InlineData("COPY --from=9 / /")]
    [InlineData("RUN --mount=from=0,target=/x true")]
    [InlineData("FROM Build")]
    [InlineData("FROM ")]
    public void While_a_reference_is_not_settled_nothing_is_said(string line) => RuleAssert.Only(
        "UnreachableStage", Built + $"FROM golang AS build\nFROM alpine\n{line}\n");

    [Theory]
    [InlineData("biuld")]
    [InlineData("nosuch")]
    [InlineData("'0'")]
    public void While_a_build_names_no_stage_nothing_is_said(string target) => RuleAssert.Only(
        "UnreachableStage", $"//- Dockerfile\nFROM golang AS build\nFROM alpine\n//- compose.yaml\nservices: {{web: {{build: {{context: ., target: {target}}}}}}}");

    [Fact]
    public void One_stage_and_a_foreign_front_end_are_silent()
    {
        RuleAssert.Only("UnreachableStage", Built + "FROM golang AS build\n");
        RuleAssert.Only("UnreachableStage", Built);
        RuleAssert.Only("UnreachableStage", Built + "# syntax=example.com/x\nFROM golang AS build\nFROM alpine\n");
    }

    [Fact]
    public void An_edit_of_a_compose_file_that_nobody_has_saved_counts()
    {
        var workspace = new MarkedWorkspace("""
            //- Dockerfile
            FROM golang AS api
            FROM scratch
            //- compose.yaml
            services: {web: {build: .}}
            """);
        var (dockerfile, compose) = (workspace["Dockerfile"].Path, workspace["compose.yaml"].Path);
        Assert.Contains("UnreachableStage", Codes(workspace.Snapshot));
        var after = workspace.Snapshot.With(new(compose, SourceText.From("services: {web: {build: {context: ., target: api}}}")));
        Assert.Contains(dockerfile, after.AffectedBy(compose));
        Assert.DoesNotContain("UnreachableStage", Codes(after));

        IEnumerable<string> Codes(WorkspaceSnapshot snapshot) => Diagnostics.Of(snapshot, dockerfile, RuleSettings.Default).Select(found => found.Code);
    }

    private static string Message(string stage) => $"Nothing needs stage '{stage}': neither the last stage nor a target that any known build names.";
}
