using Dockstage.Core.Features;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Features;

public sealed class BuildCommandTests
{
    private const string Go = """
        //- go/Dockerfile
        FROM golang AS builder
        FROM alpine
        """;

    [Fact]
    public void A_stage_is_built_in_the_dockerfiles_folder() =>
        Runs(Go, "builder", new(), "file:///w/go", "docker buildx build --target builder -f Dockerfile -t go:builder --load .");

    [Fact]
    public void The_default_stage_is_built_without_a_target() =>
        Runs(Go, null, new(), "file:///w/go", "docker buildx build -f Dockerfile -t go:latest --load .");

    [Fact]
    public void Without_buildx_docker_is_told_to_use_buildkit() => Runs(
        Go, "builder", new() { Engine = Engine.Docker }, "file:///w/go",
        "DOCKER_BUILDKIT=1 docker build --target builder -f Dockerfile -t go:builder .");

    [Fact]
    public void Podman_and_nerdctl_have_their_own_programs()
    {
        Runs(Go, "builder", new() { Engine = Engine.Podman }, "file:///w/go", "podman build --target builder -f Dockerfile -t go:builder .");
        Runs(Go, "builder", new() { Engine = Engine.Nerdctl }, "file:///w/go", "nerdctl build --target builder -f Dockerfile -t go:builder .");
    }

    [Fact]
    public void Builder_and_extra_arguments_are_passed_on() => Runs(
        Go, "builder", new() { Builder = "remote", ExtraArguments = ["--build-arg", "A=b c"] }, "file:///w/go",
        "docker buildx build --builder remote --target builder -f Dockerfile -t go:builder --load --build-arg 'A=b c' .");

    [Fact]
    public void The_context_on_which_all_consumers_agree_is_used() => Runs("""
        //- docker/api.Dockerfile
        FROM golang AS builder
        //- compose.yaml
        services:
          web:
            build: {context: ., dockerfile: docker/api.Dockerfile}
          worker:
            build: {context: ., dockerfile: docker/api.Dockerfile, target: builder}
        """, "builder", new(), "file:///w", "docker buildx build --target builder -f docker/api.Dockerfile -t w:builder --load .");

    [Fact]
    public void Consumers_that_disagree_on_the_context_leave_the_dockerfiles_folder() => Runs("""
        //- docker/api.Dockerfile
        FROM golang AS builder
        //- compose.yaml
        services:
          web:
            build: {context: ., dockerfile: docker/api.Dockerfile}
          worker:
            build: {context: docker, dockerfile: api.Dockerfile}
        """, "builder", new(), "file:///w/docker", "docker buildx build --target builder -f api.Dockerfile -t docker:builder --load .");

    [Theory]
    [InlineData("My App", "my-app:builder")]
    [InlineData("--x__y--", "x_y:builder")]
    [InlineData("приложение", "image:builder")]
    [InlineData("$(rm -rf)", "rm-rf:builder")]
    public void The_folder_becomes_an_image_name_that_docker_accepts(string folder, string tag)
    {
        var made = Made($"//- {folder}/Dockerfile\nFROM golang AS builder", "builder", new());
        Assert.Equal(tag, made.Tag);
        Assert.Contains(tag, made.Argv);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("--help")]
    [InlineData("-f")]
    public void A_Dockerfile_is_neither_a_flag_nor_the_standard_input(string name)
    {
        var workspace = new MarkedWorkspace($"//- -/{name}\nFROM golang AS builder");
        var made = Assert.IsType<BuildCommandResult.Made>(BuildCommand.For(workspace.Snapshot, workspace.Files[0].Path, "builder", new() { TagTemplate = "" })).Command;
        Assert.Equal(["docker", "buildx", "build", "--target", "builder", "-f", $"./{name}", "--load", "."], made.Argv);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("$(touch x)")]
    [InlineData("`x`;rm")]
    [InlineData("it's \"q\" %PATH%")]
    [InlineData("a\nb")]
    [InlineData("--flag")]
    public void Whatever_a_workspace_or_a_choice_says_is_one_word_of_the_command(string text)
    {
        var made = Made(Go, "builder", new() { Arguments = [text], Secrets = [text], Platforms = [text], Builder = text, ExtraArguments = [text] });
        Assert.Equal(
            ["docker", "buildx", "build", "--builder", text, "--target", "builder", "-f", "Dockerfile", "-t", "go:builder", "--platform", text, "--build-arg", text, "--secret", text, "--load", text, "."],
            made.Argv);
        var path = DocumentPath.FromUri($"file:///w/{Uri.EscapeDataString(text)}/{Uri.EscapeDataString(text)}.Dockerfile");
        var snapshot = WorkspaceSnapshot.Empty.With(new(path, SourceText.From("FROM a AS b"), "dockerfile"));
        made = Assert.IsType<BuildCommandResult.Made>(BuildCommand.For(snapshot, path, "b", new() { TagTemplate = "" })).Command;
        var name = text.StartsWith('-') ? $"./{text}.Dockerfile" : $"{text}.Dockerfile";
        Assert.Equal(["docker", "buildx", "build", "--target", "b", "-f", name, "--load", "."], made.Argv);
        Assert.Equal(path.Parent, made.Folder);
    }

    [Fact]
    public void A_bad_tag_template_is_refused() =>
        Refused(Go, "builder", new() { TagTemplate = "./${folder}" }, "'./go' is not an image name that Docker accepts.");

    [Fact]
    public void An_empty_tag_template_means_no_tag() => Runs(
        Go, "builder", new() { TagTemplate = "" }, "file:///w/go", "docker buildx build --target builder -f Dockerfile --load .");

    [Fact]
    public void A_stage_that_is_gone_is_refused() => Refused(Go, "bulid", new(), "Dockerfile has no stage named 'bulid'.");

    [Fact]
    public void What_one_build_is_asked_for_stands_before_the_extra_arguments() => Runs(
        Go, "builder", new()
        {
            Tag = "registry.example/x:1",
            Platforms = ["linux/amd64", "linux/arm64"],
            Arguments = ["A=b c", "TOKEN"],
            Secrets = ["id=npm,src=/home/me/.npmrc"],
            NoCache = true,
            Output = BuildOutput.Push,
            ExtraArguments = ["--pull"],
        }, "file:///w/go",
        "docker buildx build --target builder -f Dockerfile -t registry.example/x:1 --platform 'linux/amd64,linux/arm64' "
        + "--build-arg 'A=b c' --build-arg TOKEN --secret 'id=npm,src=/home/me/.npmrc' --no-cache --push --pull .");

    [Fact]
    public void A_result_may_stay_in_the_cache() => Runs(
        Go, "builder", new() { Tag = "", Output = BuildOutput.Cache }, "file:///w/go",
        "docker buildx build --target builder -f Dockerfile --output=type=cacheonly .");

    [Fact]
    public void How_progress_is_told_is_for_the_program_and_not_for_people()
    {
        var made = Made(Go, "builder", new() { Progress = "rawjson" });
        Assert.Equal("docker buildx build --progress rawjson --target builder -f Dockerfile -t go:builder --load .", string.Join(' ', made.Argv));
        Assert.Equal("docker buildx build --target builder -f Dockerfile -t go:builder --load .", made.Text);
    }

    [Theory]
    [InlineData(Engine.Docker)]
    [InlineData(Engine.Podman)]
    [InlineData(Engine.Nerdctl)]
    public void Engines_without_buildx_have_no_progress_of_that_kind_and_no_builder(Engine engine)
    {
        var made = Made(Go, "builder", new() { Engine = engine, Progress = "rawjson", Builder = "remote" });
        Assert.DoesNotContain("--progress", made.Argv);
        Assert.DoesNotContain("--builder", made.Argv);
    }

    [Theory]
    [InlineData(Engine.Buildx, "docker run --rm -it go:builder")]
    [InlineData(Engine.Docker, "docker run --rm -it go:builder")]
    [InlineData(Engine.Podman, "podman run --rm -it go:builder")]
    [InlineData(Engine.Nerdctl, "nerdctl run --rm -it go:builder")]
    public void What_was_built_is_run_by_its_name(Engine engine, string expected) =>
        Assert.Equal(expected, string.Join(' ', Made(Go, "builder", new() { Engine = engine }).Run));

    [Fact]
    public void What_has_no_name_or_is_not_here_is_not_run()
    {
        Assert.Empty(Made(Go, "builder", new() { Tag = "" }).Run);
        Assert.Empty(Made(Go, "builder", new() { Output = BuildOutput.Push }).Run);
    }

    [Fact]
    public void A_check_names_no_image_and_builds_nothing() => Runs(
        Go, "builder", new() { ChecksOnly = true, Builder = "remote" }, "file:///w/go",
        "docker buildx build --builder remote '--call=check,format=json' --target builder -f Dockerfile .");

    [Fact]
    public void Only_buildx_checks() =>
        Refused(Go, "builder", new() { ChecksOnly = true, Engine = Engine.Podman }, "Only docker buildx checks a Dockerfile by itself; podman");

    [Fact]
    public void Only_buildx_pushes_and_only_what_has_a_name()
    {
        Refused(Go, "builder", new() { Output = BuildOutput.Push, Engine = Engine.Docker }, "Only docker buildx pushes");
        Refused(Go, "builder", new() { Output = BuildOutput.Push, Tag = "" }, "Without a tag there is nothing to push.");
    }

    [Fact]
    public void A_tag_that_docker_refuses_is_refused_for_one_build_too() =>
        Refused(Go, "builder", new() { Tag = "./x; rm -rf $HOME" }, "'./x; rm -rf $HOME' is not an image name that Docker accepts.");

    private static readonly string[] Hostile =
    [
        "a b", "$(touch x)", "`x`;rm", "it's \"q\"", "%PATH%", "a\nb", "^&calc", "a\\", "--help", "--privileged", "-v", "-", "..", "x:y:z", "\u001b[201~", "приложение", "a|b", "<x>", "{a,b}", "@f", "‘; calc",
    ];

    [Fact]
    public void A_tag_that_is_no_image_name_is_neither_built_nor_run_whatever_engine()
    {
        Assert.All(Hostile, text => Assert.All(Enum.GetValues<Engine>(), engine =>
        {
            Refused(Go, "builder", new() { Tag = text, Engine = engine }, $"'{text}' is not an image name that Docker accepts.");
            Refused(Go, "builder", new() { TagTemplate = text, Engine = engine }, $"'{text}' is not an image name that Docker accepts.");
        }));
    }

    [Fact]
    public void A_folder_of_any_name_is_checked_built_and_run_without_being_a_word_of_the_command()
    {
        Assert.All(Hostile.Where(text => text is not ".." and not "-"), text =>
        {
            var (path, snapshot) = InFolder(text, "FROM a AS b");
            var made = Assert.IsType<BuildCommandResult.Made>(BuildCommand.For(snapshot, path, "b", new())).Command;
            Assert.Equal(path.Parent, made.Folder);
            Assert.Matches("^[a-z0-9]+([._-]+[a-z0-9]+)*:b$", made.Tag);
            Assert.Equal(["docker", "buildx", "build", "--target", "b", "-f", "Dockerfile", "-t", made.Tag!, "--load", "."], made.Argv);
            Assert.Equal(["docker", "run", "--rm", "-it", made.Tag!], made.Run);
            Assert.Null(made.TextProblem);
            made = Assert.IsType<BuildCommandResult.Made>(BuildCommand.For(snapshot, path, "b", new() { ChecksOnly = true })).Command;
            Assert.Equal(["docker", "buildx", "build", "--call=check,format=json", "--target", "b", "-f", "Dockerfile", "."], made.Argv);
            Assert.Equal(path.Parent, made.Folder);
            Assert.Empty(made.Run);
        });
    }

    [Fact]
    public void A_stage_of_any_name_is_one_word_after_target_or_is_refused()
    {
        Assert.All(Hostile.Where(text => !text.Any(char.IsWhiteSpace)), text =>
        {
            // What does not fit a tag is refused with the tag; without one the stage is a word of its own, and BuildKit says what it thinks of it.
            var (path, snapshot) = InFolder("w", $"FROM a AS {text}");
            foreach (var options in (BuildOptions[])[new() { TagTemplate = "" }, new() { ChecksOnly = true, TagTemplate = "" }])
            {
                var result = BuildCommand.For(snapshot, path, text, options);
                if (result is BuildCommandResult.Made { Command: var made })
                {
                    Assert.Equal(["--target", text, "-f", "Dockerfile"], made.Argv.Skip(made.Argv.IndexOf("--target")).Take(4));
                    Assert.Empty(made.Run);
                }
                else
                {
                    var refused = Assert.IsType<BuildCommandResult.Refused>(result);
                    Assert.Equal($"Dockerfile has no stage named '{text}'.", refused.Reason.In(Language.English));
                }
            }

            Assert.IsType<BuildCommandResult.Refused>(BuildCommand.For(snapshot, path, text, new()));
        });
    }

    [Fact]
    public void What_cannot_be_a_line_of_the_shell_is_told_and_still_built()
    {
        var options = new BuildOptions { Arguments = ["NOTE=a\nb"] };
        Assert.Null(Made(Go, "builder", options).TextProblem);
        var made = Made(Go, "builder", options with { Shell = Shell.Cmd });
        Assert.Equal("The command cannot be pasted into cmd: one of its words has a line break or another control character.", made.TextProblem!.In(Language.English));
        Assert.Contains("NOTE=a\nb", made.Argv);
    }

    private static (DocumentPath Path, WorkspaceSnapshot Snapshot) InFolder(string folder, string text)
    {
        var path = DocumentPath.FromUri($"file:///w/{Uri.EscapeDataString(folder)}/Dockerfile");
        return (path, WorkspaceSnapshot.Empty.With(new(path, SourceText.From(text), "dockerfile")));
    }

    private const string Compose = """
        //- my app/compose.yaml
        services:
          web: {build: {context: ../api, target: builder}}
          -x: {build: .}
          redis: {image: redis}
        //- my app/compose.dev.yaml
        services: {web: {build: {target: develop}}}
        """;

    [Fact]
    public void A_service_is_built_by_compose_in_the_folder_of_its_file() => RunsService(
        Compose, "my app/compose.yaml", "web", new() { ExtraArguments = ["--pull"], TagTemplate = "x" },
        "docker compose -f compose.yaml build web");

    [Fact]
    public void A_file_that_is_laid_over_another_is_built_together_with_it() => RunsService(
        Compose, "my app/compose.dev.yaml", "web", new(), "docker compose -f compose.yaml -f compose.dev.yaml build web");

    [Theory]
    [InlineData(Engine.Buildx, "docker compose -f compose.yaml build --builder remote web")]
    [InlineData(Engine.Docker, "docker compose -f compose.yaml build web")]
    [InlineData(Engine.Podman, "podman compose -f compose.yaml build web")]
    [InlineData(Engine.Nerdctl, "nerdctl compose -f compose.yaml build web")]
    public void Each_engine_has_its_own_compose_and_buildx_its_builder(Engine engine, string expected) =>
        RunsService(Compose, "my app/compose.yaml", "web", new() { Engine = engine, Builder = "remote" }, expected);

    [Fact]
    public void A_service_whose_name_looks_like_a_flag_is_no_flag() =>
        RunsService(Compose, "my app/compose.yaml", "-x", new(), "docker compose -f compose.yaml build -- -x");

    [Theory]
    [InlineData("my app/compose.yaml", "redis", "compose.yaml does not build 'redis' any more.")]
    [InlineData("my app/compose.yaml", "nope", "compose.yaml does not build 'nope' any more.")]
    [InlineData("none/compose.yaml", "web", "compose.yaml does not build 'web' any more.")]
    public void A_service_that_is_gone_is_refused(string file, string name, string reason)
    {
        var workspace = new MarkedWorkspace(Compose);
        var refused = Assert.IsType<BuildCommandResult.Refused>(
            BuildCommand.ForConsumer(workspace.Snapshot, Markup.Root.Resolve(file), name, new()));
        Assert.Equal(reason, refused.Reason.In(Language.English));
    }

    [Fact]
    public void A_document_that_is_no_file_is_refused()
    {
        var path = DocumentPath.FromUri("untitled:Untitled-1");
        var snapshot = WorkspaceSnapshot.Empty.With(new(path, SourceText.From("FROM a AS b"), "dockerfile"));
        var refused = Assert.IsType<BuildCommandResult.Refused>(BuildCommand.For(snapshot, path, "b", new()));
        Assert.StartsWith("untitled:Untitled-1 is not a file", refused.Reason.In(Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Shell.Sh, "'a b' 'it'\\''s' '$X' '' plain")]
    [InlineData(Shell.PowerShell, "'a b' 'it''s' '$X' '' plain")]
    [InlineData(Shell.Cmd, "\"a b\" \"it's\" \"$X\" \"\" plain")]
    public void Words_are_quoted_for_the_shell(Shell shell, string expected) =>
        Assert.Equal(expected, CommandLineText.Of(["a b", "it's", "$X", "", "plain"], [], shell));

    [Fact]
    public void Quotes_and_backslashes_are_escaped_for_cmd() =>
        Assert.Equal("^\"a\\\\\\^\"b^\" \"c d\\\\\"", CommandLineText.Of(["a\\\"b", "c d\\"], [], Shell.Cmd));

    [Fact]
    public void A_percent_sign_is_no_variable_of_cmd() =>
        Assert.Equal("^\"a ^%^PATH^%^\\\\^\"", CommandLineText.Of(["a %PATH%\\"], [], Shell.Cmd));

    [Fact]
    public void A_quote_does_not_let_cmd_out_of_the_word() =>
        Assert.Equal("^\"a\\^\" ^& calc^\" \"b & c\"", CommandLineText.Of(["a\" & calc", "b & c"], [], Shell.Cmd));

    [Fact]
    public void Typographic_quotes_are_quotes_to_PowerShell() =>
        Assert.Equal("'a\u2019\u2019; rm \u2018\u2018'", CommandLineText.Of(["a\u2019; rm \u2018"], [], Shell.PowerShell));

    private static BuildCommand Made(string markup, string? stage, BuildOptions options)
    {
        var workspace = new MarkedWorkspace(markup);
        return Assert.IsType<BuildCommandResult.Made>(BuildCommand.For(workspace.Snapshot, workspace.Files[0].Path, stage, options)).Command;
    }

    private static void Runs(string markup, string? stage, BuildOptions options, string folder, string text)
    {
        var made = Made(markup, stage, options);
        Assert.Equal(folder, made.Folder.Uri);
        Assert.Equal(text, made.Text);
    }

    private static void RunsService(string markup, string file, string name, BuildOptions options, string text)
    {
        var workspace = new MarkedWorkspace(markup);
        var path = workspace[file].Path;
        var made = Assert.IsType<BuildCommandResult.Made>(BuildCommand.ForConsumer(workspace.Snapshot, path, name, options)).Command;
        Assert.Equal(path.Parent, made.Folder);
        Assert.Equal(text, made.Text);
        Assert.Null(made.Tag);
        Assert.Empty(made.Environment);
    }

    private static void Refused(string markup, string stage, BuildOptions options, string reason)
    {
        var workspace = new MarkedWorkspace(markup);
        var refused = Assert.IsType<BuildCommandResult.Refused>(
            BuildCommand.For(workspace.Snapshot, workspace.Files[0].Path, stage, options));
        Assert.StartsWith(reason, refused.Reason.In(Language.English), StringComparison.Ordinal);
    }
}
