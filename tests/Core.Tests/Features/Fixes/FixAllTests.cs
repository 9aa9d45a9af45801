using Dockstage.Core.Features.Fixes;
using Dockstage.Core.Rules;
using Dockstage.Core.Text;

namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class FixAllTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Everything_safe_is_fixed_at_once_and_nothing_else(string lineEnd)
    {
        var workspace = new MarkedWorkspace("""
            FROM alpine as Build
            maintainer Joe
            RUN one \

              two
            RUNN three
            FROM Build
            COPY --from=BUILD /a /b
            """, lineEnd);
        var file = workspace.Files.Single();
        var edits = FixAll.Of(workspace.Snapshot, file.Path, RuleSettings.Default);
        var expected = """
            FROM alpine AS build
            LABEL org.opencontainers.image.authors="Joe"
            RUN one \
              two
            RUNN three
            FROM build
            COPY --from=build /a /b
            """.ReplaceLineEndings(lineEnd);
        Assert.Equal(expected, Applied(file.Text, edits));
        Assert.All(edits.Zip(edits.Skip(1)), pair => Assert.True(pair.First.Span.End < pair.Second.Span.Start));
    }

    [Fact]
    public void What_stays_the_same_is_not_edited()
    {
        var workspace = new MarkedWorkspace("FROM alpine [|as|] a\nRUN {|keep:true|}\n[|run|] true\n");
        var file = workspace.Files.Single();
        Assert.Equal(file.Spans, FixAll.Of(workspace.Snapshot, file.Path, RuleSettings.Default).Select(edit => edit.Span));
    }

    [Theory]
    [InlineData("")]
    [InlineData("FROM alpine\n")]
    [InlineData("FROM alpine\nRUNN x\n")]
    public void Where_nothing_is_safe_nothing_is_done(string text)
    {
        var workspace = new MarkedWorkspace(text);
        Assert.Empty(FixAll.Of(workspace.Snapshot, workspace.Files.Single().Path, RuleSettings.Default));
    }

    [Fact]
    public void A_fix_that_changes_another_file_too_is_left_to_the_user()
    {
        var workspace = new MarkedWorkspace("//- Dockerfile\nFROM alpine AS Build\n//- compose.yaml\nservices:\n  web: {build: {context: ., target: Build}}\n");
        Assert.Empty(FixAll.Of(workspace.Snapshot, workspace["Dockerfile"].Path, RuleSettings.Default));
    }

    [Fact]
    public void Rules_that_are_off_change_nothing()
    {
        var workspace = new MarkedWorkspace("FROM alpine AS Build\n");
        var off = new RuleSettings(RuleSettings.Default.Severities.Add("StageNameCasing", Severity.Off));
        Assert.Empty(FixAll.Of(workspace.Snapshot, workspace.Files.Single().Path, off));
    }

    private static string Applied(string text, IEnumerable<TextEdit> edits) =>
        edits.Reverse().Aggregate(SourceText.From(text), (text, edit) => text.With(edit)).ToString();
}
