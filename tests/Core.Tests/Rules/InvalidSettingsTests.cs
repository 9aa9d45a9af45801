using Dockstage.Core.Messages;
using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Rules;

public sealed class InvalidSettingsTests
{
    [Fact]
    public void Dotted_and_nested_names_comments_and_trailing_commas_are_right() => Finds("""
        // ours
        {
          "$schema": "https://example.org/x.json",
          "rules": { "TargetNotFound": "off" },
          "rules.DockerfileNotFound": "hint",
          "codeLens": { "build": false },
          "codeLens.status": true,
          "engine": "podman",
          "builder": "far",
          "build": { "tag": "x", "extraArgs": ["--pull"], },
          "files.exclude": [],
        }
        """);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("// nothing yet\n")]
    public void A_file_that_says_nothing_is_right(string text) => Finds(text);

    [Fact]
    public void Unknown_settings_are_told_with_a_near_name() => Finds(
        """
        {
          "[|engin|]": "docker",
          "[|Builder|]": "x",
          "[|dockstage.engine|]": "docker",
          "codeLens": { "[|biuld|]": true, "[|shine|]": true },
          "[|colour|]": "red"
        }
        """,
        "There is no setting 'engin'. Did you mean 'engine'?",
        "There is no setting 'Builder'. Did you mean 'builder'?",
        "There is no setting 'dockstage.engine'. Did you mean 'engine'?",
        "There is no setting 'codeLens.biuld'. Did you mean 'codeLens.build'?",
        "There is no setting 'codeLens.shine'.",
        "There is no setting 'colour'.");

    [Fact]
    public void Unknown_rules_are_told_with_a_near_name() => Finds(
        """
        {
          "rules": { "[|targetnotfound|]": "off", "[|Nonsense|]": "off" },
          "rules.[|TargetNotFond|]": "off"
        }
        """,
        "There is no rule 'targetnotfound'. Did you mean 'TargetNotFound'?",
        "There is no rule 'Nonsense'.",
        "There is no rule 'TargetNotFond'. Did you mean 'TargetNotFound'?");

    [Fact]
    public void Values_of_a_wrong_kind_are_told() => Finds(
        """
        {
          "rules": { "TargetNotFound": "[|of|]", "DockerfileNotFound": [|1|] },
          "codeLens": { "build": [|"yes"|] },
          "codeLens.status": [|null|],
          "engine": [|"spaceship"|],
          "builder": [|[]|],
          "build": [|5|],
          "build.extraArgs": ["--pull", [|7|]],
          "files.exclude": [|"all"|]
        }
        """,
        "'rules.TargetNotFound' must be one of: off, hint, info, warning, error.",
        "'rules.DockerfileNotFound' must be one of: off, hint, info, warning, error.",
        "'codeLens.build' must be true or false.",
        "'codeLens.status' must be true or false.",
        "'engine' must be one of: auto, docker, podman, nerdctl.",
        "'builder' must be a text in double quotes.",
        "'build' must be an object in braces.",
        "'build.extraArgs' must be a list of texts: [\"…\"].",
        "'files.exclude' must be a list of texts: [\"…\"].");

    [Fact]
    public void Settings_of_the_editor_do_not_belong_into_files() => Finds(
        """{ "[|server.path|]": "/bin/sh", "trace": { "[|server|]": "off" } }""",
        "'server.path' can only be set in the editor's own settings.",
        "'trace.server' can only be set in the editor's own settings.");

    [Fact]
    public void Broken_JSON_is_told_once_and_the_rest_is_read() => Finds(
        """
        {
          "engine": [|"docker"|]
          "[|bulider|]": "x",
          "codeLens"[|:|]
        }
        """.Replace("[|\"docker\"|]", "\"docker[|\"|]", StringComparison.Ordinal),
        "',' is missing behind this.",
        "There is no setting 'bulider'. Did you mean 'builder'?",
        "The value is missing.");

    [Theory]
    [InlineData("[|[]|]")]
    [InlineData("[|\"text\"|]")]
    public void A_file_that_is_no_object_is_told(string text) => Finds(text, "Settings must be an object in braces.");

    [Fact]
    public void What_was_surely_meant_replaces_exactly_the_words_at_fault()
    {
        var workspace = new MarkedWorkspace("""{ "rules": { "TargetNotFond": "warnin" } }""", defaultPath: ".dockstage.json");
        var found = Diagnostics.Of(workspace.Snapshot, workspace.Files[0].Path, RuleSettings.Default);
        Assert.Equal(["TargetNotFound", "warning"], found.Select(one => one.Replacement));
    }

    [Fact]
    public void The_same_file_under_another_name_is_nobodys_business() =>
        Assert.Null(new MarkedWorkspace("""{ "nonsense": 1 }""", defaultPath: "dockstage.json") is { } other
            ? other.Snapshot.SettingsIn(other.Files[0].Path)
            : null);

    [Fact]
    public void It_speaks_Russian() => Assert.Equal(
        "Настройки «engin» нет. Возможно, имелась в виду «engine»?",
        Diagnostics.Of(Broken.Snapshot, Broken.Files[0].Path, RuleSettings.Default).Single().Message.In(Language.Russian));

    private static MarkedWorkspace Broken { get; } = new("""{ "engin": "docker" }""", defaultPath: ".dockstage.json");

    private static void Finds(string text, params string[] messages) =>
        RuleAssert.Only("InvalidSettings", "//- .dockstage.json\n" + text, messages);
}
