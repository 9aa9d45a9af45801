using Dockstage.Core.Features.Fixes;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;

namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class CreateDockerfileTests
{
    [Theory]
    [InlineData("web api", "{context: 'web api', target: Dev, dockerfile: [|docker/prod.df|]}", "web api/docker/prod.df", "FROM scratch AS dev")]
    [InlineData("web", "{context: [|web|]}", "web/Dockerfile", "FROM scratch")]
    [InlineData("web", "{context: [|web|], target: 1}", "web/Dockerfile", "FROM scratch")]
    public void The_file_is_made_with_the_stage_that_is_asked_for(string folder, string build, string path, string text)
    {
        Assert.StartsWith(folder, path, StringComparison.Ordinal);
        var compose = $"//- compose.yaml\nservices:\n  web:\n    build: {build}\n";
        var workspace = new MarkedWorkspace(compose);
        var file = workspace.Files.Single();
        var found = Diagnostics.Of(workspace.Snapshot, file.Path, RuleSettings.Default).Single(one => one.Code == "DockerfileNotFound");
        Assert.Equal(file.Spans.Single(), found.Span);
        var fix = Assert.Single(CodeFixes.Of(new FixRequest(workspace.Snapshot, file.Path, found)));
        Assert.True(fix is { CreatesFile: true, IsPreferred: false });
        Assert.Equal($"Create {path}", fix.Title.In(Language.English));
        var change = fix.Change();
        Assert.Equal(new NewFile(Markup.Root.Resolve(path), text + "\n"), change.Created);
        Assert.DoesNotContain(
            Diagnostics.Of(FixAssert.Apply(workspace.Snapshot, change), file.Path, RuleSettings.Default), one => one.Code == "DockerfileNotFound");
    }
}
