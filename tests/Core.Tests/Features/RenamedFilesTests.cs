using System.Collections.Immutable;
using Dockstage.Core.Features;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Features;

/// <summary>Files and folders that are renamed or moved, and the paths that then have to be written anew. Marked spans are what is edited.</summary>
public sealed class RenamedFilesTests
{
    private const string Stages = "FROM alpine AS build\n";

    /// <summary>Each: what moves (<c>old → new</c>, several with commas), the files, what the marked spans become.</summary>
    public static TheoryData<string, string, string> Moves { get; } = new()
    {
        // A context folder: short form and long form, quotes, `./`, the slash at the end.
        { "api → backend", "//- compose.yaml\nservices: {web: {build: [|api|]}}", "backend" },
        { "api → backend", "//- compose.yaml\nservices:\n  web:\n    build: [|./api|]", "./backend" },
        { "api → backend", "//- compose.yaml\nservices:\n  web:\n    build: {context: '[|./api/|]', dockerfile: Dockerfile}", "./backend/" },
        { "api → my api", "//- compose.yaml\nservices:\n  web:\n    build: \"[|api|]\" # why", "my api" },
        { "api → a, b", "//- compose.yaml\nservices: {web: {build: [|api|]}}", "\"a, b\"" },
        { "api → src/api", "//- sub/compose.yaml\nservices: {web: {build: [|../api|]}}", "../src/api" },
        { "api → sub/api", "//- sub/compose.yaml\nservices: {web: {build: [|../api|]}}", "api" },
        { "api → backend", "//- compose.yaml\nservices: {web: {build: {context: ., dockerfile: [|api/Dockerfile|]}}}", "backend/Dockerfile" },
        { "api → backend", "//- compose.yaml\nservices: {web: {build: {context: ., additional_contexts: {x: [|./api|], y: 'docker-image://api'}}}}", "./backend" },
        { "api → backend", "//- compose.yaml\nservices: {web: {build: {context: ., additional_contexts: ['x=[|./api|]']}}}", "./backend" },
        { "api → backend", "//- compose.yaml\nx-build: &b {context: [|./api|]}\nservices: {web: {build: *b}, db: {build: {<<: *b, target: build}}}", "./backend" },
        { "api → backend", "//- compose.yaml\nservices: {web: {build: [|/w/api|]}}", "/w/backend" },

        // A Dockerfile: renamed, moved inside its context, moved out of it.
        { "api/Dockerfile → api/dev.Dockerfile", "//- compose.yaml\nservices: {web: {build: {context: api, dockerfile: [|Dockerfile|]}}}", "dev.Dockerfile" },
        { "api/Dockerfile → api/docker/Dockerfile", "//- compose.yaml\nservices: {web: {build: {context: api, dockerfile: [|./Dockerfile|]}}}", "./docker/Dockerfile" },
        { "api/Dockerfile → docker/api.Dockerfile", "//- compose.yaml\nservices: {web: {build: {context: api, dockerfile: [|Dockerfile|]}}}", "../docker/api.Dockerfile" },
        { "api/Dockerfile → api/other", "//- compose.yaml\nservices: {web: {build: {context: api, dockerfile: [|Dockerfile|]}}}\n//- compose.override.yaml\nservices: {web: {build: {target: build}}}", "other" },
        { "api/Dockerfile → api/1:2", "//- compose.yaml\nservices: {web: {build: {context: api, dockerfile: [|Dockerfile|]}}}", "\"./1:2\"" },

        { "api → b", "//- compose.yaml\nservices: {web: {build: {context: [|api|], dockerfile: [|../api/Dockerfile|]}}}", "b|Dockerfile" },
        { "low → b", "//- low/dockerfile\nFROM x\n//- compose.yaml\nservices: {web: {build: {context: [|low|], dockerfile: Dockerfile}}}", "b" },

        // Context and Dockerfile at once.
        { "api → backend, api/Dockerfile → backend/dev", "//- compose.yaml\nservices: {web: {build: {context: [|./api|], dockerfile: [|Dockerfile|]}}}", "./backend|dev" },

        // The compose file itself; with its folder nothing changes inside it.
        { "compose.yaml → deploy/compose.yaml", "//- compose.yaml\nservices: {web: {build: {context: [|./api|], dockerfile: Dockerfile}}}", "../api" },
        { "compose.yaml → deploy/compose.yaml", "//- compose.yaml\nservices: {web: {build: {context: [|.|], dockerfile: api/Dockerfile}}}", ".." },
        { "compose.yaml → api/compose.yaml", "//- compose.yaml\nservices: {web: {build: [|./api|], env_file: [[|./a.env|], {path: [|b.env|]}]}}", ".|../a.env|../b.env" },
        { "deploy → ops", "//- deploy/compose.yaml\nservices: {web: {build: ../api, env_file: a.env}}", "" },
        { "deploy → ops/deploy", "//- deploy/compose.yaml\nservices: {web: {build: [|../api|], env_file: a.env}}", "../../api" },

        // A compose file that others take over.
        { "more.yaml → sub/more.yaml", "//- compose.yaml\ninclude: [[|more.yaml|]]\n//- more.yaml\nservices: {web: {build: [|./api|]}}", "sub/more.yaml|../api" },
        { "sub → lib", "//- compose.yaml\ninclude:\n  - path: [[|sub/more.yaml|]]\n    project_directory: [|./sub|]\n    env_file: '[|sub/.env|]'\n//- sub/more.yaml\nservices: {web: {build: ../api}}", "lib/more.yaml|./lib|lib/.env" },
        { "common.yml → base.yml", "//- compose.yaml\nservices: {web: {extends: {file: [|./common.yml|], service: base}}}\n//- common.yml\nservices: {base: {build: api}}", "./base.yml" },
        { "common.yml → lib/common.yml", "//- compose.yaml\nservices: {web: {extends: {file: [|common.yml|], service: base}}}\n//- common.yml\nservices: {base: {build: [|api|]}}", "../api|lib/common.yml" },
        { "a.env → b.env", "//- compose.yaml\nservices: {web: {image: x, env_file: [|a.env|]}}", "b.env" },

        // Blocks: their style stays, whatever stands in them.
        { "api → backend", "//- compose.yaml\nservices:\n  web:\n    build:\n      context: .\n      dockerfile: >-\n        [|api/Dockerfile|]\n      target: build\n", "backend/Dockerfile" },
        { "api → backend", "//- compose.yaml\nservices:\n  web:\n    build:\n      context: .\n      dockerfile: >-\n        [|api/Dockerfile|]", "backend/Dockerfile" },
        { "api → backend", "//- compose.yaml\nservices:\n  web:\n    build:\n      context: .\n      dockerfile: > # why\n        [|api/Dockerfile|]\n\n      target: build\n", "backend/Dockerfile" },
        { "api → backend", "//- compose.yaml\nservices:\n  web:\n    build:\n      context: |\n          [|./api|]\n      dockerfile: |-\n          Dockerfile\n", "./backend" },
        { "api → a: b # c", "//- compose.yaml\nservices:\n  web:\n    build: |-\n      [|api|]\n", "./a: b # c" },
        { "api → 'a", "//- compose.yaml\nservices:\n  web:\n    build: &x !!str >+\n      [|api|]\n\n  db:\n    build: *x\n", "'a" },
        { "api → {a} \"b\"", "//- compose.yaml\nservices:\n  web:\n    build: >4-\n        [|api|]\n", "{a} \"b\"" },
        { "my api → my new api", "//- my api/Dockerfile\nFROM x\n//- compose.yaml\nservices:\n  web:\n    build: >-\n      [|my\n      api|]\n", "my new api" },
        { "my  api → api2", "//- my  api/Dockerfile\nFROM x\n//- compose.yaml\nservices:\n  web:\n    build: >-\n      [|my  api|]\n", "api2" },
        { "api → backend", "//- compose.yaml\nservices:\n  web:\n    image: x\n    env_file:\n      - >-\n        [|api/a.env|]\n      - |\n        [|api/b.env|]\n", "backend/a.env|backend/b.env" },
        { "api → backend", "//- compose.yaml\ninclude:\n  - path: >-\n      [|api/more.yaml|]\n//- api/more.yaml\nservices: {}\n", "backend/more.yaml" },
        { "api → backend", "//- compose.yaml\nservices:\n  web:\n    build:\n      context: .\n      additional_contexts:\n        - >-\n          x=[|./api|]\n        - |\n          y=[|api|]\n", "./backend|backend" },
        { "api → backend", "//- compose.yaml\nservices:\n  web:\n    build: >-\n      ${X:-api}\n", "" },
        { "api →  blank", "//- compose.yaml\nservices:\n  web:\n    build: >-\n      api\n", "" },
        { "api →  blank", "//- compose.yaml\nservices:\n  web:\n    build: >-\n      [|./api|]\n", "./ blank" },
        { "api/Dockerfile → api/docker/Dockerfile", "//- compose.yaml\nservices:\n  web:\n    build:\n      context: >-\n        ./api\n      dockerfile: |-\n        [|./Dockerfile|]\n", "./docker/Dockerfile" },

        // What says which files are compose files.
        { "stack.yml → deploy/stack.yml", "//- .env\nCOMPOSE_FILE=compose.yaml:[|stack.yml|]\n//- compose.yaml\nservices: {}\n//- stack.yml\nservices: {web: {build: {context: [|api|], target: build}}}", "deploy/stack.yml|../api" },
        { "stack.yml → deploy/stack.yml", "//- .env\nexport COMPOSE_FILE='[|./stack.yml|]' # why\n//- stack.yml\nservices: {web: {build: [|api|]}}", "./deploy/stack.yml|../api" },
        { ".env → deploy/.env", "//- .env\nCOMPOSE_FILE=[|stack.yml|]\n//- stack.yml\nservices: {web: {build: api}}", "../stack.yml" },
        { "compose.yaml → a b/compose.yaml", "//- .env\nCOMPOSE_PATH_SEPARATOR=,\nCOMPOSE_FILE=[|compose.yaml|],more.yaml\n//- compose.yaml\nservices: {}\n//- more.yaml\nservices: {}", "a b/compose.yaml" },
        { "stack.yml → a:b/stack.yml", "//- .env\nCOMPOSE_FILE=stack.yml\n//- stack.yml\nservices: {}", "" },
        { "stack.yml → a$b.yml, x → y", "//- .env\nN=x\nCOMPOSE_FILE=stack.yml:$N\n//- stack.yml\nservices: {}\n//- x\nservices: {}", "" },
        { "stack.yml → it's.yml", "//- .env\nCOMPOSE_FILE=\"stack.yml\"\n//- stack.yml\nservices: {}", "" },

        // What stays: variables, remote contexts, other folders of a like name, one name for two Dockerfiles of which one moves.
        { "api → backend", "//- compose.yaml\nservices: {web: {build: \"${DIR:-api}\"}, db: {build: $DIR/api}}", "" },
        { "api → backend", "//- compose.yaml\nservices: {web: {build: https://github.com/x/api.git}, db: {build: github.com/x/api}}", "" },
        { "api → backend", "//- compose.yaml\nservices: {web: {build: api2}, db: {build: {context: ., target: api}, image: api}}", "" },
        { "api/Dockerfile → api/dev", "//- compose.yaml\nx-d: &d Dockerfile\nservices: {web: {build: {context: api, dockerfile: *d}}, db: {build: {context: other, dockerfile: *d}}}\n//- other/Dockerfile\n" + Stages, "" },
        { "api/Dockerfile → api/dev", "//- compose.yaml\nservices: {web: {build: \"${DIR:-api}\"}, db: {build: {context: \"${DIR:-api}\", dockerfile: Dockerfile}}}", "" },
        { "api → $api", "//- compose.yaml\nservices: {web: {build: api}}", "" },
        { "api → backend", "//- compose.yaml\nservices: {web: {build: {context: ., dockerfile_inline: FROM api}}}", "" },
        { "api → backend", "//- compose.yaml\nservices: {web: {build: ", "" },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public void Every_path_leads_where_it_led(string moves, string marked, string expected)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            var workspace = new MarkedWorkspace("//- api/Dockerfile\n" + Stages + marked, lineEnd);
            var edits = RenamedFiles.EditsFor(workspace.Snapshot, MovesOf(moves));
            var wanted = workspace.Files.SelectMany(file => file.Spans.Select(span => new FilePlace(file.Path, span))).OrderBy(place => place.File.Uri);
            Assert.Equal(wanted, edits.SelectMany(file => file.Edits.Select(edit => new FilePlace(file.File, edit.Span))));
            Assert.Equal(expected, string.Join('|', edits.SelectMany(file => file.Edits.Select(edit => edit.NewText))));
        }
    }

    /// <summary>Builds that leave the Dockerfile to the default and get to name it: before and after.</summary>
    [Theory]
    [InlineData("services:\n  web:\n    build:\n      context: ./api # why\n      target: build\n", "services:\n  web:\n    build:\n      context: ./api # why\n      dockerfile: dev.Dockerfile\n      target: build\n")]
    [InlineData("services:\n  web:\n    build:\n      context: ./api", "services:\n  web:\n    build:\n      context: ./api\n      dockerfile: dev.Dockerfile")]
    [InlineData("services: {web: {build: {context: './api', target: build}}}", "services: {web: {build: {context: './api', dockerfile: dev.Dockerfile, target: build}}}")]
    [InlineData("services:\n  web:\n    build: ./api # why\n", "services:\n  web:\n    build: {context: ./api, dockerfile: dev.Dockerfile} # why\n")]
    [InlineData("services:\n  web:\n    build: \"./api\"\n", "services:\n  web:\n    build: {context: \"./api\", dockerfile: dev.Dockerfile}\n")]
    [InlineData("services:\n  web:\n    build:\n      target: build\n      context: >-\n        ./api\n      args: {a: b}\n", "services:\n  web:\n    build:\n      target: build\n      dockerfile: dev.Dockerfile\n      context: >-\n        ./api\n      args: {a: b}\n")]
    [InlineData("x: &b\n  context: |-\n    ./api\nservices: {web: {build: *b}}", "x: &b\n  dockerfile: dev.Dockerfile\n  context: |-\n    ./api\nservices: {web: {build: *b}}")]
    [InlineData("services:\n  web:\n    build: >-\n      ./api\n", null)]
    [InlineData("services: {web: {build: {target: build, context: $DIR/api}}}", null)]
    [InlineData("services: {web: {build: ./other}}", null)]
    [InlineData("x: &b {context: ./api}\nservices: {web: {build: *b}}", "x: &b {context: ./api, dockerfile: dev.Dockerfile}\nservices: {web: {build: *b}}")]
    [InlineData("x: &b\n  context: ./api\nservices: {web: {build: *b}, db: {build: {<<: *b, target: build}}}", "x: &b\n  context: ./api\n  dockerfile: dev.Dockerfile\nservices: {web: {build: *b}, db: {build: {<<: *b, target: build}}}")]
    [InlineData("x: &b {context: ./api}\nservices: {web: {build: *b}, db: {build: {<<: *b, context: ./other}}}", null)]
    [InlineData("x: &b {target: build}\nservices: {web: {build: {<<: *b, context: ./api}}, db: {build: {<<: *b, context: ./other}}}", "x: &b {target: build}\nservices: {web: {build: {<<: *b, context: ./api, dockerfile: dev.Dockerfile}}, db: {build: {<<: *b, context: ./other}}}")]
    [InlineData("x: &b ./api\nservices: {web: {build: *b}}", "x: &b {context: ./api, dockerfile: dev.Dockerfile}\nservices: {web: {build: *b}}")]
    [InlineData("services: {web: {build: {context: ./api}}, db: {extends: web, build: {context: ./other}}}", null)]
    [InlineData("services: {web: {build: {context: ./api}}, db: {extends: web, build: {target: build}}}", "services: {web: {build: {context: ./api, dockerfile: dev.Dockerfile}}, db: {extends: web, build: {target: build}}}")]
    public void A_Dockerfile_that_has_the_default_name_no_longer_is_named(string before, string? after)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            var workspace = new MarkedWorkspace("//- api/Dockerfile\n" + Stages + "//- other/Dockerfile\n" + Stages + "//- compose.yaml\n" + before, lineEnd);
            var text = workspace["compose.yaml"].ToDocument().Text;
            var edits = RenamedFiles.EditsFor(workspace.Snapshot, MovesOf("api/Dockerfile → api/dev.Dockerfile"));
            var edited = edits.SelectMany(file => file.Edits).Reverse().Aggregate(text, (old, edit) => old.With(edit));
            Assert.Equal((after ?? before).Replace("\n", lineEnd, StringComparison.Ordinal).TrimEnd(), edited.ToString().TrimEnd());
        }
    }

    /// <summary>Builds that leave the context to the default, the folder of their file, and get to name it: before and after.</summary>
    [Theory]
    [InlineData("compose.yaml", "services:\n  web:\n    build:\n      dockerfile: api/Dockerfile\n", "services:\n  web:\n    build:\n      context: ..\n      dockerfile: api/Dockerfile\n")]
    [InlineData("compose.yaml", "services: {web: {build: {dockerfile: api/Dockerfile, target: build}}}", "services: {web: {build: {context: .., dockerfile: api/Dockerfile, target: build}}}")]
    [InlineData("compose.yaml", "services: {web: {build: {dockerfile_inline: FROM x}}}", "services: {web: {build: {context: .., dockerfile_inline: FROM x}}}")]
    [InlineData("compose.yaml", "x: &b {dockerfile: api/Dockerfile}\nservices: {web: {build: *b}, db: {build: {<<: *b, target: build}}, far: {build: {<<: *b, context: ./other, dockerfile: Dockerfile}}}", null)]
    [InlineData("compose.yaml", "x: &b {dockerfile: api/Dockerfile}\nservices: {web: {build: *b}, db: {build: *b}}", "x: &b {context: .., dockerfile: api/Dockerfile}\nservices: {web: {build: *b}, db: {build: *b}}")]
    [InlineData("compose.yaml", "services: {web: {build: {dockerfile: api/Dockerfile}}, db: {extends: web}}", "services: {web: {build: {context: .., dockerfile: api/Dockerfile}}, db: {extends: web}}")]
    [InlineData("compose.yaml", "services: {web: {build: {dockerfile: api/Dockerfile}}, db: {build: {context: api}}}", "services: {web: {build: {context: .., dockerfile: api/Dockerfile}}, db: {build: {context: ../api}}}")]
    [InlineData("part.yaml", "services: {web: {build: {dockerfile: api/Dockerfile}}}\n//- compose.yaml\ninclude: [part.yaml]", "services: {web: {build: {context: .., dockerfile: api/Dockerfile}}}")]
    public void A_context_that_was_the_folder_of_the_file_is_named(string file, string before, string? after)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            var workspace = new MarkedWorkspace("//- api/Dockerfile\n" + Stages + "//- other/Dockerfile\n" + Stages + $"//- {file}\n" + before, lineEnd);
            var text = workspace[file].ToDocument().Text;
            var edits = RenamedFiles.EditsFor(workspace.Snapshot, MovesOf($"{file} → deploy/{file}"));
            var edited = edits.Where(found => found.File.Equals(workspace[file].Path)).SelectMany(found => found.Edits).Reverse().Aggregate(text, (old, edit) => old.With(edit));
            if (after is not null)
                Assert.Equal(after.Replace("\n", lineEnd, StringComparison.Ordinal).TrimEnd(), edited.ToString().TrimEnd());
        }
    }

    [Fact]
    public void Context_and_default_Dockerfile_can_move_at_once()
    {
        var workspace = new MarkedWorkspace("//- api/Dockerfile\n" + Stages + "//- compose.yaml\nservices: {web: {build: ./api}}");
        var edits = RenamedFiles.EditsFor(workspace.Snapshot, MovesOf("api → b, api/Dockerfile → docker/Dockerfile"));
        var edited = edits.SelectMany(file => file.Edits).Reverse().Aggregate(workspace["compose.yaml"].ToDocument().Text, (old, edit) => old.With(edit));
        Assert.Equal("services: {web: {build: {context: ./b, dockerfile: ../docker/Dockerfile}}}", edited.ToString().TrimEnd());
    }

    [Fact]
    public void Half_written_files_are_edited_where_they_make_sense()
    {
        const string whole = "include:\n  - path: 'api/x.yaml'\nservices:\n  web:\n    build: \"./api\"\n  db:\n    build: {context: api, dockerfile: ../api/Dockerfile}\n    env_file: [api/.env]\n";
        for (var length = 0; length <= whole.Length; length++)
        {
            var workspace = new MarkedWorkspace("//- api/Dockerfile\n" + Stages + "//- compose.yaml\n" + whole[..length]);
            var text = workspace.Files.Single(file => file.Path.Name == "compose.yaml").ToDocument().Text;
            var edits = RenamedFiles.EditsFor(workspace.Snapshot, MovesOf("api → b")).SelectMany(file => file.Edits).ToList();
            Assert.All(edits, edit => Assert.Contains("api", text.ToString(edit.Span), StringComparison.Ordinal));
            // Quoted and closed, or with a line below: nobody is writing there any more.
            var finished = new[] { "x.yaml'", "\"./api\"", "context: api,", "../api/Dockerfile}", "[api/.env]" }.Count(whole[..length].Contains);
            Assert.True(edits.Count >= finished, whole[..length]);
        }
    }

    [Fact]
    public void Drives_and_folders_of_WSL_are_followed()
    {
        var compose = DocumentPath.FromUri("file:///c%3A/My%20Work/compose.yaml");
        Assert.Equal(
            DocumentPath.FromUri("file:///c%3A/My%20Work/b/x%20y/compose.yaml"),
            FileMove.After([new FileMove(DocumentPath.FromUri("file:///C:/My%20Work"), DocumentPath.FromUri("file:///c%3A/My%20Work/b/x%20y"))], compose));
        var linux = DocumentPath.FromUri("file://wsl%24/Ubuntu/w/api/Dockerfile");
        var moved = FileMove.After([new FileMove(DocumentPath.FromUri("file://wsl%24/Ubuntu/w/api"), DocumentPath.FromUri("file://wsl%24/Ubuntu/w/b"))], linux);
        Assert.Equal("file://wsl%24/Ubuntu/w/b/Dockerfile", moved.Uri);
    }

    private static ImmutableArray<FileMove> MovesOf(string moves) =>
    [
        .. moves.Split(", ").Aggregate(new List<string>(), (all, part) =>
        {
            // A comma may be part of a name.
            if (part.Contains('→'))
                all.Add(part);
            else
                all[^1] += ", " + part;
            return all;
        }).Select(move => move.Split(" → ")).Select(pair => new FileMove(Markup.Root.Resolve(pair[0]), Markup.Root.Resolve(pair[1]))),
    ];
}
