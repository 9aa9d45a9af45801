using Dockstage.Core.Features;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Features;

/// <summary>Values of compose files that stand elsewhere than where they count: every feature goes to the one true place.</summary>
public sealed class ComposeProjectTests
{
    private const string Dockerfile = "//- Dockerfile\nFROM golang AS {|stage:builder|}\nFROM alpine AS prod\n";

    /// <summary>
    /// Set-ups in which the target <c>builder</c> stands once; <c>place</c> marks it, the cursor stands where something leads to it.
    /// </summary>
    public static TheoryData<string, string?> Places { get; } = new()
    {
        // How it is written, and how hover tells where it comes from.
        { "//- compose.yaml\nx-t: &t {|place:builder|}\nservices: {web: {build: {context: ., target: *<|>t}}}", "From anchor `&t`" },
        { "//- compose.yaml\nservices: {web: {build: {context: ., target: \"${T<|>:-{|place:builder|}}\"}}}", "From the default of `${T:-builder}`" },
        { "//- compose.yaml\nservices: {web: {build: {context: ., target: \"${T:-{|place:bui<|>lder|}}\"}}}", "From the default of `${T:-builder}`" },
        {
            "//- .env\nT={|place:builder|}\n//- compose.yaml\nservices: {web: {build: {context: ., target: $<|>T}}}",
            "From [.env:1](file:///w/.env#L1), variable `T`"
        },
        {
            "//- .env\n# comment\nexport T='{|place:builder|}' # why\n//- compose.yaml\nservices: {web: {build: {context: ., target: \"${<|>T:-x}\"}}}",
            "From [.env:2](file:///w/.env#L2), variable `T`"
        },
        { "//- .env\nT={|place:bui<|>lder|}\n//- compose.yaml\nservices: {web: {build: {context: ., target: $T}}}", "From variable `T`" },
        { "//- common.yml\nservices: {base: {build: {target: {|place:bui<|>lder|}}}}\n//- compose.yaml\nservices: {web: {extends: {file: common.yml, service: base}}}", null },
        { "//- more.yaml\nservices: {web: {build: {context: ., target: {|place:bui<|>lder|}}}}\n//- compose.yaml\ninclude: [more.yaml]", null },
        { "//- compose.yaml\nservices: {web: {build: {target: {|place:bui<|>lder|}}}}\n//- compose.override.yaml\nservices: {web: {build: {context: .}}}", null },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_feature_finds_the_place(string marked, string? origin)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            var workspace = new MarkedWorkspace(Dockerfile + marked, lineEnd);
            var (snapshot, path, cursor) = (workspace.Snapshot, workspace.At.Path, workspace.Cursor);
            var place = workspace.Files.SelectMany(file => file.SpansNamed("place").Select(span => new FilePlace(file.Path, span))).Single();
            var docker = workspace["Dockerfile"];

            var link = Assert.Single(Definition.At(snapshot, path, cursor));
            Assert.Equal((docker.Path, docker["stage"]), (link.Target, link.TargetSelection));

            var mentions = References.At(snapshot, path, cursor, includesDeclaration: false);
            Assert.Equal([place], mentions.Select(mention => mention.Place));

            var hover = Hover.At(snapshot, path, cursor, Language.English, new())!;
            Assert.Contains("**builder**", hover.Markdown, StringComparison.Ordinal);
            if (origin is not null)
                Assert.Contains(origin, hover.Markdown, StringComparison.Ordinal);
            else
                Assert.DoesNotContain("From ", hover.Markdown, StringComparison.Ordinal);

            var made = Assert.IsType<RenameResult.Made>(Rename.To(snapshot, path, cursor, "compile"));
            Assert.Equal("builder", made.OldName);
            Assert.Equal(
                [new FilePlace(docker.Path, docker["stage"]), place],
                made.Files.SelectMany(file => file.Edits.Select(edit => new FilePlace(file.File, edit.Span))));
        }
    }

    [Theory]
    [InlineData("//- .env\nT=builder\n//- compose.yaml\nservices: {web: {image: \"app:$T\", build: {context: ., target: $<|>T}}}", "'builder' in .env is used for something else than this stage too.")]
    [InlineData("//- .env\nT=builder\n//- compose.yaml\nservices: {web: {build: {context: ., target: $<|>T}}}\n//- compose.tools.yaml\nservices: {db: {image: \"$T\"}}", "'builder' in .env is used for something else than this stage too.")]
    [InlineData("//- compose.yaml\nservices: {web: {build: {context: ., target: \"${<|>A:-buil}${B:-der}\"}}}", "'${A:-buil}${B:-der}' takes its value from a variable. Rename the stage where its name is written.")]
    [InlineData("//- compose.yaml\nservices: {web: {build: {context: ., target: \"${A:-buil}${B:-der}\"}}}\n//- x/compose.yaml\nservices: {web: {build: {context: .., target: bui<|>lder}}}", "'${A:-buil}${B:-der}' takes its value from a variable. Rename the stage where its name is written.")]
    public void What_cannot_be_renamed_is_refused(string marked, string reason)
    {
        var workspace = new MarkedWorkspace(Dockerfile + marked);
        var refused = Assert.IsType<RenameResult.Refused>(Rename.To(workspace.Snapshot, workspace.At.Path, workspace.Cursor, "compile"));
        Assert.Equal(reason, refused.Reason.In(Language.English));
    }

    [Fact]
    public void A_stage_that_is_not_to_be_cached_and_a_context_in_its_place_are_renamed_with_it()
    {
        var workspace = new MarkedWorkspace("""
            //- Dockerfile
            FROM golang AS [|bui<|>lder|]
            FROM scratch AS prod
            COPY --from=[|builder|] /a /b
            //- compose.yaml
            services:
              web:
                build:
                  context: .
                  no_cache_filter: [[|builder|], prod]
                  additional_contexts:
                    - [|builder|]=./dist
                    - other=./x
            """);
        var made = Assert.IsType<RenameResult.Made>(Rename.To(workspace.Snapshot, workspace.At.Path, workspace.Cursor, "compile"));
        Assert.Equal(
            workspace.Files.SelectMany(file => file.Spans.Select(span => new FilePlace(file.Path, span))),
            made.Files.SelectMany(file => file.Edits.Select(edit => new FilePlace(file.File, edit.Span))));
    }

    [Theory]
    [InlineData("services:\n  {|to:base|}: {build: .}\n  web: {extends: ba<|>se}")]
    [InlineData("services:\n  {|to:base|}: {build: .}\n  web: {extends: {service: 'ba<|>se'}}")]
    [InlineData("services:\n  {|to:base|}: {build: .}\n  web: {depends_on: [x, ba<|>se]}")]
    [InlineData("services:\n  {|to:base|}: {build: .}\n  web: {depends_on: {ba<|>se: {condition: service_healthy}}}")]
    [InlineData("services:\n  {|to:base|}: {build: .}\n  web: {build: {context: ., additional_contexts: {b: 'service:ba<|>se'}}}")]
    [InlineData("services:\n  {|to:base|}: {build: .}\n  web: {build: {context: ., additional_contexts: ['b=service:ba<|>se']}}")]
    [InlineData("services:\n  {|to:base|}: {build: .}\n  web: {network_mode: service:ba<|>se}")]
    public void A_service_is_found_where_it_is_named(string compose)
    {
        var workspace = new MarkedWorkspace("//- Dockerfile\nFROM x AS y\n//- compose.yaml\n" + compose);
        var link = Assert.Single(Definition.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor));
        Assert.Equal("base", workspace.At.Text.Substring(link.Origin.Start, link.Origin.Length));
        Assert.Equal((workspace.At.Path, workspace.At["to"]), (link.Target, link.TargetSelection));
        Assert.Contains("**base** · build (compose)", Hover.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English, new())!.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_of_another_file_is_found_there()
    {
        var workspace = new MarkedWorkspace("""
            //- common/services.yml
            services:
              {|to:base|}: {build: .}
            //- compose.yaml
            services:
              base: {image: x}
              web:
                extends:
                  file: common/services.yml
                  service: ba<|>se
            """);
        var link = Assert.Single(Definition.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor));
        Assert.Equal((workspace["common/services.yml"].Path, workspace["common/services.yml"]["to"]), (link.Target, link.TargetSelection));
    }

    [Fact]
    public void A_service_of_the_base_file_is_found_from_the_override_file()
    {
        var workspace = new MarkedWorkspace("""
            //- compose.yaml
            services:
              {|to:db|}: {image: x}
            //- compose.override.yaml
            services:
              web: {build: ., depends_on: [d<|>b]}
            """);
        Assert.Equal(workspace["compose.yaml"]["to"], Assert.Single(Definition.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor)).TargetSelection);
    }

    [Fact]
    public void A_target_of_a_template_is_followed_and_renamed_though_who_extends_it_has_another()
    {
        var workspace = new MarkedWorkspace("""
            //- app.Dockerfile
            FROM x AS {|stage:tools|}
            FROM y AS runtime
            //- other.Dockerfile
            FROM x AS tools
            //- docker/common.yaml
            services:
              python:
                build: {context: .., dockerfile: app.Dockerfile, target: {|target:tools|}}
            //- compose.yaml
            services:
              worker:
                extends: {file: docker/common.yaml, service: python}
                build: {target: runtime}
              foreign:
                extends: {file: docker/common.yaml, service: python}
                build: {dockerfile: other.Dockerfile, target: tools}
            """);
        var (template, dockerfile) = (workspace["docker/common.yaml"], workspace["app.Dockerfile"]);
        var link = Assert.Single(Definition.At(workspace.Snapshot, template.Path, template["target"].Start + 1));
        Assert.Equal((dockerfile.Path, dockerfile["stage"]), (link.Target, link.TargetSelection));
        Assert.Equal(["tools", "runtime"], Completion.At(workspace.Snapshot, template.Path, template["target"].End, Language.English)!.Items.Select(item => item.Label));
        var renamed = Assert.IsType<RenameResult.Made>(Rename.To(workspace.Snapshot, dockerfile.Path, dockerfile["stage"].Start, "debug"));
        Assert.Equal(["app.Dockerfile", "docker/common.yaml"], renamed.Files.Select(file => file.File.RelativeTo(Markup.Root)));
    }

    [Theory]
    [InlineData("extends: <|>", "base db")]
    [InlineData("extends: d<|>", "db base")]
    [InlineData("extends: {service: <|>}", "base db")]
    [InlineData("extends: {file: more.yml, service: <|>}", "far near")]
    [InlineData("extends: {file: <|>, service: x}", "more.yml other.yaml sub/compose.yaml")]
    [InlineData("extends: {file: s<|>, service: x}", "sub/compose.yaml more.yml other.yaml")]
    [InlineData("image: x\ninclude:\n  - o<|>", "other.yaml more.yml sub/compose.yaml")]
    [InlineData("depends_on: [base, <|>b]", "base db")]
    [InlineData("depends_on:\n      - <|>", "base db")]
    [InlineData("depends_on:\n      d<|>b: {}", "db base")]
    [InlineData("depends_on: [<|>]", "base db")]
    [InlineData("depends_on: [ <|> ]", "base db")]
    [InlineData("depends_on: [base, <|>]", "base db")]
    [InlineData("depends_on: [base,<|>  ]\n    image: x", "base db")]
    [InlineData("build: {additional_contexts: {a: 'service:<|>x'}}", "base db")]
    [InlineData("network_mode: service:<|>", "base db")]
    [InlineData("network_mode: service:<|>\n    image: x", "base db")]
    [InlineData("network_mode: \"service:<|>\"", "base db")]
    [InlineData("build:\n      additional_contexts:\n        a: service:<|>\n    image: x", "base db")]
    [InlineData("build:\n      additional_contexts:\n        - a=service:<|>\n    image: x", "base db")]
    public void Services_and_files_are_offered_where_they_can_be_named(string written, string expected)
    {
        var workspace = new MarkedWorkspace(
            $"//- more.yml\nservices: {{far: {{}}, near: {{}}}}\n//- sub/compose.yaml\na: b\n//- other.yaml\na: b\n//- Dockerfile\nFROM x\n//- compose.yaml\nservices:\n  base: {{image: x}}\n  db: {{image: y}}\n  web:\n    {written}\n");
        var list = Completion.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English);
        Assert.Equal(expected, string.Join(' ', list!.Items.Select(item => item.Label)));
        if (written.Contains("service:<|>", StringComparison.Ordinal))
            Assert.Equal(list.Items[0].Label, list.Items[0].NewText);
    }

    [Fact]
    public void Links_lead_to_files()
    {
        var workspace = new MarkedWorkspace("""
            //- api/Dockerfile
            FROM x
            //- docker/web.df
            FROM x
            //- common.yml
            services: {base: {build: [|api|]}}
            //- infra/more.yaml
            services: {}
            //- infra/vars.env
            A=1
            //- settings/a.env
            A=1
            //- settings/b.env
            A=1
            //- compose.yaml
            include:
              - [|infra/more.yaml|]
              - path: ["[|infra/more.yaml|]"]
                env_file: [|infra/vars.env|]
            services:
              web:
                build: {context: [|.|], dockerfile: '[|docker/web.df|]'}
                env_file: [|settings/a.env|]
              api:
                extends: {file: [|common.yml|], service: base}
                build: {context: nowhere}
                env_file:
                  - [|settings/b.env|]
                  - path: [|settings/a.env|]
                  - "${NO}"
                  - https://example.org/x
            """);
        var (compose, common) = (workspace["compose.yaml"], workspace["common.yml"]);
        var links = DocumentLinks.Of(workspace.Snapshot, compose.Path);
        Assert.Equal(Markup.Render(compose.Text, compose.Spans), Markup.Render(compose.Text, links.Select(link => link.Span)));
        Assert.Equal(
            ["infra/more.yaml", "infra/more.yaml", "infra/vars.env", "docker/web.df", "docker/web.df", "settings/a.env", "common.yml", "settings/b.env", "settings/a.env"],
            links.Select(link => link.File.RelativeTo(Markup.Root)));
        Assert.Empty(DocumentLinks.Of(workspace.Snapshot, workspace["infra/more.yaml"].Path));
        var file = Assert.Single(Definition.At(workspace.Snapshot, compose.Path, compose.Text.IndexOf("docker/web.df", StringComparison.Ordinal)));
        Assert.Equal("docker/web.df", file.Target.RelativeTo(Markup.Root));
        Assert.Single(common.Spans);
    }

    [Fact]
    public void The_hover_of_a_service_tells_where_each_part_is_written()
    {
        var workspace = new MarkedWorkspace("""
            //- api/prod.df
            FROM x AS prod
            //- base.yml
            services:
              base:
                build: {context: api, dockerfile: prod.df}
            //- compose.yaml
            x-build: &build
              target: ${T:-prod}
            services:
              we<|>b:
                extends: {file: base.yml, service: base}
                build:
                  <<: *build
            """);
        Assert.Equal("""
            **web** · build (compose)

            - context `api` — From [base.yml:3](file:///w/base.yml#L3)
            - Dockerfile [api/prod.df](file:///w/api/prod.df) — From [base.yml:3](file:///w/base.yml#L3)
            - target [`prod`](file:///w/api/prod.df#L1) — From anchor `&build`, the default of `${T:-prod}`

            ```sh
            docker compose -f compose.yaml build web
            ```
            """.ReplaceLineEndings("\n"), Hover.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English, new())!.Markdown);
    }
}
