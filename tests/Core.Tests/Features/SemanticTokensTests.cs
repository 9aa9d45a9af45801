using Dockstage.Core.Features;

namespace Dockstage.Core.Tests.Features;

/// <summary>In each text the marks are named for what the word means; <c>new</c> in front of it where it gets its meaning there.</summary>
public sealed class SemanticTokensTests
{
    [Fact]
    public void Stages_and_images_are_told_apart_by_the_rest_of_the_file() => Means("""
        FROM {|Image:golang|} AS {|newStage:golang|}
        FROM --platform=linux/amd64 {|Stage:golang|} AS {|newStage:Tools|}
        FROM {|Image:Tools|}
        COPY --from="{|Stage:TOOLS|}" /a /b
        COPY --from={|Stage:0|} /a /b
        COPY --from={|Image:nginx:1.2|} /a /b
        COPY --from=9 /a /b
        COPY --from=2147483648 /a /b
        COPY --from=Nginx /a /b
        COPY --from=scratch /a /b
        RUN --mount=type=bind,from={|Stage:tools|},target=/x echo tools
        RUN <<{|HeredocDelimiter:EOF|}
        COPY --from=tools
        {|HeredocDelimiter:EOF|}
        ONBUILD COPY --from=tools /a /b
        # tools
        FROM scratch
        COPY --from= /a /b
        FROM
        """);

    [Fact]
    public void Variables_of_ARG_are_told_from_others() => Means("""
        ARG {|newVariable:GO|}=1.2 {|newVariable:BASE|}=golang:${{|Variable:GO|}}
        FROM --platform=${{|Variable:BUILDPLATFORM|}} ${{|Variable:BASE|}} AS {|newStage:a|}
        RUN echo $GO
        ARG {|newVariable:GO|}
        RUN echo ${{|Variable:GO|}:-$HOME} '$GO' \$GO $GOROOT
        ENV X="it's ${{|Variable:GO|}}"
        FROM {|Stage:a|}
        RUN echo ${|Variable:GO|}
        FROM {|Image:alpine|}
        RUN echo $GO
        """);

    [Fact]
    public void A_name_over_two_lines_has_no_colour() => Means("FROM {|Image:x|} AS {|newStage:build|}\nFROM {|Image:y|}\nCOPY --from=bui\\\nld /a /b");

    [Fact]
    public void Heredocs_have_delimiters_and_what_they_write_into_files_is_text_line_by_line() => Means("""
        FROM {|Image:alpine|}
        COPY <<-{|HeredocDelimiter:"one"|} <<{|HeredocDelimiter:two|} /x
        	{|HeredocText:FROM a AS b 😀|}

            {|HeredocText:$HOME|}
        	{|HeredocDelimiter:one|}
        {|HeredocDelimiter:two|}
        ONBUILD ADD <<{|HeredocDelimiter:X|} /y
        {|HeredocText:y|}
        {|HeredocDelimiter:X|}
        COPY <<UNCLOSED /z
        text
        """);

    [Fact]
    public void A_compose_file_is_left_to_others() => Means("//- compose.yaml\nservices: {web: {build: {target: a}}}\n");

    private static void Means(string markup)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var workspace = new MarkedWorkspace(markup, lineEnd);
            var file = workspace.Files[0];
            var tokens = SemanticTokens.Of(workspace.Snapshot, file.Path);
            Assert.Equal(
                file.Named.Select(mark => $"{mark.Value} {mark.Key}"),
                tokens.Select(token => $"{token.Span} {(token.IsDeclaration ? "new" : "")}{token.Type}"));
        }
    }
}
