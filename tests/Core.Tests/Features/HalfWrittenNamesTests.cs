using Dockstage.Core.Features;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Features;

/// <summary>Completion where a compose file has nothing yet, or not enough to be read as what it is to become.</summary>
public sealed class HalfWrittenNamesTests
{
    private const string Services = "db, api";
    private const string Stages = "base, build";
    private const string Profiles = "debug, tools";

    /// <summary>What stands in the service <c>web</c>, what is offered at the cursor, and what the line is when the first of that is taken.</summary>
    public static TheoryData<string, string?, string> Places { get; } = new()
    {
        // Empty brackets and braces; behind and before a comma.
        { "depends_on: [<|>]", Services, "depends_on: [db]" },
        { "depends_on: [ <|> ]", Services, "depends_on: [ db ]" },
        { "depends_on: [db, <|>]", Services, "depends_on: [db, db]" },
        { "depends_on: [db,<|>]", Services, "depends_on: [db,db]" },
        { "depends_on: [\"d,b\", <|> ]", Services, "depends_on: [\"d,b\", db ]" },
        { "depends_on: [db, <|> # [why,", Services, "depends_on: [db, db # [why," },
        { "depends_on: {<|>}", Services, "depends_on: {db}" },
        { "depends_on: {db: {condition: service_healthy}, <|>}", Services, "depends_on: {db: {condition: service_healthy}, db}" },
        { "depends_on: {db: {condition: <|>}}", null, "" },
        { "depends_on: {db: {<|>}}", null, "" },
        { "depends_on: <|>[]", null, "" },
        { "depends_on: []<|>", null, "" },
        { "depends_on: [db] <|>", null, "" },
        { "depends_on: [<|>", Services, "depends_on: [db" },
        { "depends_on: [db, <|>", Services, "depends_on: [db, db" },
        { "depends_on: [\n      <|>\n    ]", Services, "db" },
        { "depends_on: [\n      db, # why\n      <|>\n    ]", Services, "db" },
        { "profiles: [<|>]", Profiles, "profiles: [debug]" },
        { "profiles: [t<|>]", "tools, debug", "profiles: [tools]" },
        { "profiles:\n      - <|>", Profiles, "- debug" },
        { "profiles:\n      -<|>", Profiles, "- debug" },
        { "profiles: ['<|>']", Profiles, "profiles: ['debug']" },
        { "build: {context: ., additional_contexts: [<|>]}", Stages, "build: {context: ., additional_contexts: [base]}" },
        { "build: {context: ., additional_contexts: {<|>}}", Stages, "build: {context: ., additional_contexts: {base}}" },
        { "build: {context: ., additional_contexts: {x: y, <|>}}", Stages, "build: {context: ., additional_contexts: {x: y, base}}" },
        { "build: {context: ., no_cache_filter: [<|>]}", Stages, "build: {context: ., no_cache_filter: [base]}" },
        { "build: {context: ., no_cache_filter: [build, <|>]}", Stages, "build: {context: ., no_cache_filter: [build, base]}" },
        { "build: {context: ., no_cache_filter: [bu<|>]}", "build, base", "build: {context: ., no_cache_filter: [build]}" },
        { "build:\n      context: .\n      no_cache_filter: [<|>", Stages, "no_cache_filter: [base" },
        { "build:\n      no_cache_filter: [<|>\n      context: .", Stages, "no_cache_filter: [base" },
        { "build: {context: ., tags: [<|>]}", null, "" },
        { "build: {context: ., args: {<|>}}", null, "" },

        // The first key of a block, without its colon.
        { "depends_on:\n      d<|>", "db, api", "db" },
        { "depends_on:\n      d<|>\n    image: x", "db, api", "db" },
        { "depends_on:\n\n      # why\n      \"d<|>\"", "db, api", "\"db\"" },
        { "depends_on: d<|>", null, "" },
        { "build:\n      context: .\n      additional_contexts:\n        bu<|>", "build, base", "build" },
        { "build:\n      additional_contexts:\n        <|>bu\n      context: .", Stages, "base" },
        { "build:\n      context: .\n      additional_contexts: bu<|>", null, "" },

        // Nothing at all, behind what comes before it.
        { "depends_on:\n      -<|>", Services, "- db" },
        { "depends_on:\n      - <|>", Services, "- db" },
        { "extends:<|>", Services, "extends: db" },
        { "extends: <|>", Services, "extends: db" },
        { "extends:<|> # why", Services, "extends: db # why" },
        { "network_mode: service:d<|>", Services, "network_mode: service:db" },
        { "network_mode: \"service:<|>\"", Services, "network_mode: \"service:db\"" },
        { "build: {context: ., additional_contexts: {x: service:<|>}}", Services, "build: {context: ., additional_contexts: {x: service:db}}" },
        { "build: {context: ., target:<|>}", null, "" },
        { "build: {context: ., target: <|>}", Stages, "build: {context: ., target: base}" },
        { "build:\n      context: .\n      target:<|>", Stages, "target: base" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Names_are_offered(string web, string? expected, string line)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = new MarkedWorkspace($"""
                //- Dockerfile
                FROM scratch AS base
                FROM scratch AS build
                //- compose.yaml
                services:
                  db: {"{"}image: x, profiles: [debug, tools]{"}"}
                  api: {"{"}image: "😀", profiles: [tools]{"}"}
                  web:
                    {web}
                """, lineEnd);
            var list = Completion.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English);
            Assert.Equal(expected, list is null ? null : string.Join(", ", list.Items.Select(item => item.Label)));
            if (list is null)
                continue;
            var item = list.Items[0];
            var after = workspace.At.ToDocument().Text.With(new TextEdit(item.Replace, item.NewText));
            Assert.Equal(line, after.ToString(after.LineSpan(after.LineAt(workspace.Cursor))).TrimStart());
        }
    }

    /// <summary>A name that is being written is not one yet: nothing is said of it, and nothing is renamed.</summary>
    [Theory]
    [InlineData("build: {context: ., target: build, additional_contexts: [<|>]}")]
    [InlineData("build:\n      context: .\n      target: build\n      additional_contexts:\n        ba<|>se")]
    public void Nothing_but_completion_knows_of_it(string web)
    {
        var workspace = new MarkedWorkspace($"//- Dockerfile\nFROM scratch AS base\nFROM base AS build\n//- compose.yaml\nservices:\n  all:\n    build: .\n  web:\n    {web}\n");
        Assert.Empty(Diagnostics.Of(workspace.Snapshot, workspace.At.Path, RuleSettings.Default));
        Assert.Empty(Diagnostics.Of(workspace.Snapshot, workspace["Dockerfile"].Path, RuleSettings.Default));
        Assert.Empty(Definition.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor));
        Assert.Null(Hover.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English, new()));
        Assert.IsType<RenameResult.Refused>(Rename.To(workspace.Snapshot, workspace.At.Path, workspace.Cursor, "other"));
    }

    /// <summary>Of the profiles of all files that are merged, those that the service has not.</summary>
    [Fact]
    public void Profiles_come_from_all_files()
    {
        var workspace = new MarkedWorkspace("""
            //- compose.yaml
            services: {a: {image: x, profiles: [one, two]}}
            //- compose.override.yaml
            services: {web: {image: x, profiles: [two, <|>]}, b: {image: y, profiles: ["${P:-three}", four]}}
            """);
        Assert.Equal(["four", "one", "three"], Completion.At(workspace.Snapshot, workspace.At.Path, workspace.Cursor, Language.English)!.Items.Select(item => item.Label));
    }
}
