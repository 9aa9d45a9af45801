namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class RemoveEmptyContinuationTests
{
    [Fact]
    public void All_blank_lines_of_the_instruction_go_and_comments_stay() => FixAssert.Fixes("NoEmptyContinuation", """
        FROM alpine
        RUN one && \
        [||]
            # why

            two \

        RUN three

        """, """
        FROM alpine
        RUN one && \
            # why
            two \
        RUN three

        """);

    [Fact]
    public void Blanks_on_the_line_go_too_and_a_line_at_the_end_of_the_file() => FixAssert.Fixes(
        "NoEmptyContinuation", "# escape=`\nFROM alpine\nRUN one `\n[|  \t|]\n  two `\n   ", "# escape=`\nFROM alpine\nRUN one `\n  two `\n");

    [Fact]
    public void The_body_of_a_heredoc_keeps_its_blank_lines() => FixAssert.Fixes(
        "NoEmptyContinuation", "FROM alpine\nRUN x \\\n[||]\n <<EOF\n\na\nEOF\n", "FROM alpine\nRUN x \\\n <<EOF\n\na\nEOF\n");
}
