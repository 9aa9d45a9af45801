namespace Dockstage.Core.Tests.Settings;

public sealed class SettingsInSnapshotTests
{
    private static readonly MarkedWorkspace Workspace = new("""
        //- .dockstage.json
        { "engine": "docker", "rules": { "A": "off", "B": "off" } }
        //- api/.dockstage.json
        { "rules.B": "hint", "rules": { "C": "error" } }
        //- api/deep/Dockerfile
        FROM a
        //- web/Dockerfile
        FROM a
        //- apis/Dockerfile
        FROM a
        """);

    [Fact]
    public void Files_of_the_folder_and_those_above_hold_the_nearest_first() => Assert.Equal(
        ["api/.dockstage.json", ".dockstage.json"], FilesFor("api/deep/Dockerfile"));

    [Fact]
    public void Files_beside_do_not_hold() => Assert.Equal([".dockstage.json"], FilesFor("apis/Dockerfile"));

    [Fact]
    public void A_document_without_folders_has_none() => Assert.Empty(
        Workspace.Snapshot.SettingsFilesFor(Dockstage.Core.Text.DocumentPath.FromUri("untitled:x")));

    [Fact]
    public void The_nearer_file_wins_key_by_key_and_rule_by_rule()
    {
        var near = Workspace.Snapshot.SettingsIn(Markup.Root.Resolve("api/.dockstage.json"))!.Values;
        var values = near.Over(Workspace.Snapshot.SettingsIn(Markup.Root.Resolve(".dockstage.json"))!.Values);
        Assert.Equal("docker", values.Text("engine"));
        Assert.Equal(
            ["A off", "B hint", "C error"], values.Severities.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_settings_file_affects_all_below_its_folder() => Assert.Equal(
        ["api/.dockstage.json", "api/deep/Dockerfile"],
        Workspace.Snapshot.AffectedBy(Markup.Root.Resolve("api/.dockstage.json"))
            .Select(path => path.RelativeTo(Markup.Root)).Order(StringComparer.Ordinal));

    [Fact]
    public void A_settings_file_that_is_gone_holds_no_longer() => Assert.Equal(
        [".dockstage.json"],
        Workspace.Snapshot.WithAbsent(Markup.Root.Resolve("api/.dockstage.json")).SettingsFilesFor(Markup.Root.Resolve("api/deep/Dockerfile"))
            .Select(path => path.RelativeTo(Markup.Root)));

    private static IEnumerable<string> FilesFor(string path) =>
        Workspace.Snapshot.SettingsFilesFor(Markup.Root.Resolve(path)).Select(file => file.RelativeTo(Markup.Root));
}
