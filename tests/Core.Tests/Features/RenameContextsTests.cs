using Dockstage.Core.Features;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Features;

/// <summary>Rename and the contexts that take the place of a stage: wherever such a name is written it changes, or something else would be built.</summary>
public sealed class RenameContextsTests
{
    private const string Dockerfile = "//- Dockerfile\nFROM golang AS build\nFROM alpine\nCOPY --from=build /a /b\n";

    [Theory]
    [InlineData("services: {web: {build: {context: ., additional_contexts: {build: ./a}}}}", "services: {web: {build: {context: ., additional_contexts: {NEW: ./a}}}}")]
    [InlineData("services: {web: {build: {context: ., additional_contexts: {'build': ./a}}}}", "services: {web: {build: {context: ., additional_contexts: {'NEW': ./a}}}}")]
    [InlineData("services: {web: {build: {context: ., additional_contexts: [build=./a, build=./b]}}}", "services: {web: {build: {context: ., additional_contexts: [NEW=./a, NEW=./b]}}}")]
    [InlineData("services: {web: {build: {context: ., additional_contexts: ['build=./a']}}}", "services: {web: {build: {context: ., additional_contexts: ['NEW=./a']}}}")]
    [InlineData("x-c: &c {build: ./a, x: ./x}\nservices: {web: {build: {context: ., additional_contexts: {<<: *c, build: ./b}}}}", "x-c: &c {NEW: ./a, x: ./x}\nservices: {web: {build: {context: ., additional_contexts: {<<: *c, NEW: ./b}}}}")]
    [InlineData("services: {a: {build: {context: ., additional_contexts: {build: ./a}}}, web: {extends: a, build: {additional_contexts: {build: !reset }}}}", "services: {a: {build: {context: ., additional_contexts: {NEW: ./a}}}, web: {extends: a, build: {additional_contexts: {NEW: !reset }}}}")]
    [InlineData("services: {web: {build: {context: ., additional_contexts: {build: null}}}}", "services: {web: {build: {context: ., additional_contexts: {NEW: null}}}}")]
    [InlineData("services: {web: {build: {context: ., additional_contexts: {\"build::linux/arm64\": ./a, docker.io/library/build:latest: ./b, Build: ./d, other/build: ./c}}}}", "services: {web: {build: {context: ., additional_contexts: {\"NEW::linux/arm64\": ./a, docker.io/library/build:latest: ./b, Build: ./d, other/build: ./c}}}}")]
    [InlineData("services: {web: {build: {context: ., x-bake: {contexts: {build: ./a}, no-cache-filter: [build]}}}}", "services: {web: {build: {context: ., x-bake: {contexts: {NEW: ./a}, no-cache-filter: [NEW]}}}}")]
    [InlineData("services: {web: {build: {context: ., no_cache_filter: build}}}", "services: {web: {build: {context: ., no_cache_filter: NEW}}}")]
    public void Every_name_of_the_context_follows_the_stage(string compose, string expected)
    {
        foreach (var (name, plain) in new[] { ("compile", "compile"), ("null", "\"null\"") })
        {
            // Alone a plain null, true or false is no text; as part of a longer word or in quotes it is.
            var wanted = expected.Replace("{NEW: ", $"{{{plain}: ").Replace(" NEW: ", $" {plain}: ").Replace("[NEW]", $"[{plain}]").Replace(": NEW}", $": {plain}}}").Replace("NEW", name);
            Assert.Equal(wanted, After(Dockerfile + "//- compose.yaml\n" + compose, "build", name));
        }
    }

    [Theory]
    [InlineData("services:\n  web:\n    build:\n      context: .\n      target: |-\n        build\n", "services:\n  web:\n    build:\n      context: .\n      target: |-\n        null\n")]
    [InlineData("services:\n  web:\n    build:\n      context: .\n      target: >\n        build\n", "services:\n  web:\n    build:\n      context: .\n      target: >\n        null\n")]
    [InlineData("services: {web: {build: {context: ., target: build}}}", "services: {web: {build: {context: ., target: \"null\"}}}")]
    [InlineData("services: {web: {build: {context: ., target: 'build'}}}", "services: {web: {build: {context: ., target: 'null'}}}")]
    [InlineData("services: {web: {build: {context: ., target: \"b\\u0075ild\"}}}", "services: {web: {build: {context: ., target: \"null\"}}}")]
    [InlineData("services: {web: {build: {context: ., target: \"${T:-build}\"}}}", "services: {web: {build: {context: ., target: \"${T:-null}\"}}}")]
    [InlineData("services: {web: {build: {context: ., target: !!str build}}}", "services: {web: {build: {context: ., target: !!str \"null\"}}}")]
    public void A_name_that_is_no_text_when_plain_gets_quotes_where_it_would_be_plain(string compose, string expected) =>
        Assert.Equal(expected, After(Dockerfile + "//- compose.yaml\n" + compose, "build", "null"));

    [Fact]
    public void A_name_in_a_file_of_variables_gets_no_quotes()
    {
        var workspace = new MarkedWorkspace("//- Dockerfile\nFROM x AS <|>a\n//- .env\nT=a\n//- compose.yaml\nservices: {web: {build: {context: ., target: $T}}}\n");
        Assert.Equal("T=null", TextAfter(workspace, ".env", "null"));
    }

    [Fact]
    public void A_context_that_another_build_takes_for_an_image_is_refused() => Assert.Equal(
        "'assets' in compose.yaml is also the context that takes the place of an image in web/Dockerfile. Give the two builds contexts of their own first.",
        RefusalOf("""
            //- api/Dockerfile
            FROM golang AS <|>assets
            //- web/Dockerfile
            FROM node
            COPY --from=assets /a /b
            //- compose.yaml
            x-contexts: &contexts {assets: ./assets}
            services:
              api: {build: {context: api, additional_contexts: *contexts}}
              web: {build: {context: web, additional_contexts: *contexts}}
            """));

    [Fact]
    public void A_name_that_a_context_has_is_refused() => Assert.Equal(
        "A build of this Dockerfile is given a context named 'other', which would take the place of the stage.",
        RefusalOf("""
            //- Dockerfile
            FROM golang AS <|>build
            //- compose.yaml
            services:
              web: {build: {context: ., additional_contexts: {other: ./other}}}
            """));

    private static string After(string markup, string old, string newName)
    {
        var marked = markup.Replace($"AS {old}", $"AS <|>{old}", StringComparison.Ordinal);
        return TextAfter(new MarkedWorkspace(marked), "compose.yaml", newName);
    }

    private static string TextAfter(MarkedWorkspace workspace, string file, string newName)
    {
        var made = Assert.IsType<RenameResult.Made>(Rename.To(workspace.Snapshot, workspace.At.Path, workspace.Cursor, newName));
        var path = workspace[file].Path;
        return made.Files.Where(edits => edits.File.Equals(path)).SelectMany(edits => edits.Edits.Reverse())
            .Aggregate(SourceText.From(workspace[file].Text), (text, edit) => text.With(edit)).ToString();
    }

    private static string RefusalOf(string markup)
    {
        var workspace = new MarkedWorkspace(markup);
        return Assert.IsType<RenameResult.Refused>(Rename.To(workspace.Snapshot, workspace.At.Path, workspace.Cursor, "other")).Reason.In(Language.English);
    }
}
