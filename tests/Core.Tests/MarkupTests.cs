namespace Dockstage.Core.Tests;

public sealed class MarkupTests
{
    [Fact]
    public void Marks_are_taken_out_and_their_places_kept()
    {
        var files = Markup.Parse("""
            //- a/Dockerfile
            FROM alpine AS [|re<|>lease|]
            //- compose.yaml
            target: {|use:release|} # | $0 $$
            """);
        Assert.Equal(2, files.Length);
        Assert.Equal("file:///w/a/Dockerfile", files[0].Path.Uri);
        Assert.Equal("FROM alpine AS release", files[0].Text);
        Assert.Equal("FROM alpine AS re".Length, files[0].Cursor);
        Assert.Equal("release", files[0].Text.Substring(files[0].Spans[0].Start, files[0].Spans[0].Length));
        Assert.Equal("target: release # | $0 $$", files[1].Text);
        Assert.Equal("target: ".Length, files[1]["use"].Start);
    }

    [Fact]
    public void A_mark_left_open_is_an_error_of_the_test() => Assert.Throws<FormatException>(() => Markup.Parse("[|x"));

    [Fact]
    public void Line_ends_can_be_changed_for_the_whole_text() => Assert.Equal("a\r\nb", Markup.ParseOne("a\nb", lineEnd: "\r\n").Text);
}
