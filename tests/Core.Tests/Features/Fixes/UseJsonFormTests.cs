using Dockstage.Core.Features.Fixes;

namespace Dockstage.Core.Tests.Features.Fixes;

public sealed class UseJsonFormTests
{
    private const string KeepShell = "Keep the shell, and name it: [\"/bin/sh\", \"-c\", …]";

    [Theory]
    [InlineData("[|CMD sleep infinity|]", "CMD [\"sleep\", \"infinity\"]")]
    [InlineData("  [|entrypoint exec   /app/run --port=80|]  ", "  entrypoint [\"/app/run\", \"--port=80\"]  ")]
    [InlineData("[|CMD app 'a \"b\" \\c' \"d e\"f|]", "CMD [\"app\", \"a \\\"b\\\" \\\\c\", \"d ef\"]")]
    [InlineData("[|CMD app \\\n  --x \\\n  --y|]", "CMD [\"app\", \"--x\", \"--y\"]")]
    [InlineData("[|CMD app é 🙂|]", "CMD [\"app\", \"é\", \"🙂\"]")]
    public void A_plain_command_is_run_without_a_shell(string before, string after) =>
        FixAssert.Fixes("JSONArgsRecommended", $"FROM alpine\n{before}\nUSER me\n", $"FROM alpine\n{after}\nUSER me\n");

    [Theory]
    [InlineData("[|CMD app $PORT && echo \"done\\n\"|]", "CMD [\"/bin/sh\", \"-c\", \"app $PORT && echo \\\"done\\\\n\\\"\"]")]
    [InlineData("[|CMD a && \\\n# then\n    b\tc|]", "CMD [\"/bin/sh\", \"-c\", \"a && \\\n# then\n    b\\tc\"]")]
    public void A_command_that_needs_a_shell_can_name_it(string before, string after) =>
        FixAssert.Fixes("JSONArgsRecommended", $"FROM alpine\n{before}\n", $"FROM alpine\n{after}\n", KeepShell);

    [Theory]
    [InlineData("app $PORT")]
    [InlineData("app `x`")]
    [InlineData("app \"$X\"")]
    [InlineData("app a\\ b")]
    [InlineData("app *.txt")]
    [InlineData("app ~/x")]
    [InlineData("app; b")]
    [InlineData("app > /dev/null")]
    [InlineData("app # why")]
    [InlineData("(app)")]
    [InlineData("A=b app")]
    [InlineData("cd /x")]
    [InlineData("exec")]
    [InlineData("exec -a x y")]
    [InlineData("'it")]
    [InlineData("if true")]
    public void What_a_shell_understands_is_left_to_the_shell(string command)
    {
        Assert.Null(ShellWords.Of(command));
        FixAssert.Offers("JSONArgsRecommended", $"FROM alpine\n[|CMD {command}|]\n", KeepShell);
    }

    [Theory]
    [InlineData("[|CMD app|]\nENTRYPOINT [\"x\"]", "*")]
    [InlineData("[|ENTRYPOINT app|]", "*")]
    [InlineData("[|ENTRYPOINT app|]\nCMD [\"x\"]", "")]
    [InlineData("[|ENTRYPOINT app|]\nFROM alpine\nCMD [\"x\"]", "*")]
    public void An_ENTRYPOINT_that_would_then_get_CMD_is_not_changed_without_thought(string stage, string mark) => FixAssert.Offers(
        "JSONArgsRecommended", $"FROM alpine\n{stage}\n", mark + "Run without a shell: [\"app\"]", KeepShell);

    [Fact]
    public void On_Windows_nothing_is_sure() => FixAssert.Offers("JSONArgsRecommended", "# escape=`\nFROM windows\n[|CMD app|]\n");

    [Fact]
    public void Comments_between_the_lines_are_not_lost() =>
        FixAssert.Offers("JSONArgsRecommended", "FROM alpine\n[|CMD app \\\n# why\n  --x|]\n", KeepShell);
}
