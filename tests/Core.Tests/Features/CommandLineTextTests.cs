using System.Diagnostics;
using System.Text;
using CsCheck;
using Dockstage.Core.Features;
using Dockstage.Core.Messages;

namespace Dockstage.Core.Tests.Features;

public sealed class CommandLineTextTests
{
    /// <summary>Pieces of words that some shell makes something else of.</summary>
    private static readonly string[] Pieces =
    [
        "", " ", "  ", "\t", "a", "B7", "\"", "'", "''", "`", "`touch x`", "$", "$(touch x)", "${HOME}", "$HOME", "$'", "\\", "\\\\", "\\\"", "%", "%%", "%PATH%", "%PATH:a=b%", "%PATH:~0,3%",
        "^", "^^", "&", "&&", "|", ";", "<", ">", "(", ")", "{a,b}", "[a]", "*", "?", "!", "!!", "!PATH!", "~", "#", "=", "-", "--", "-x.y", "@", ",", ":", "/", "é", "😀", "‘", "’", "‚", "‛", "“", "–",
    ];

    private static readonly Gen<string> Word = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 6].Select(string.Concat);

    [Theory]
    [InlineData("sh")]
    [InlineData("dash")]
    [InlineData("bash")]
    [InlineData("busybox")]
    public void A_real_shell_reads_every_word_as_it_was(string shell)
    {
        if (Program(shell) is not { } program)
        {
            Assert.SkipWhen(shell != "sh" || OperatingSystem.IsWindows(), $"{shell} is not on this machine");
            Assert.Fail("there is no sh");
            return;
        }

        // Lines end within words too, which only cmd cannot have.
        var word = Gen.Select(Word, Word, Gen.Int[0, 2]).Select((before, after, lines) => before + new string('\n', lines) + after);
        word.Array[20].Sample(words => AssertReadBy(program, shell, words), iter: 25, threads: 1);
        AssertReadBy(program, shell, Pieces);
        AssertReadBy(program, shell, ["\n", "a\n", "\n\nb\n"]);
    }

    [Fact]
    public void Cmd_and_the_C_runtime_read_every_word_as_it_was()
    {
        var variables = new Dictionary<string, string> { ["PATH"] = "C:\\a & b", ["A"] = "\" & calc", ["B7"] = "x" };
        Word.Array[1, 8].Sample(words => Assert.Equal(words, WordsOfCmd.Read(CommandLineText.Of(words, [], Shell.Cmd), variables)), iter: 5_000);
        foreach (var piece in Pieces)
            Assert.Equal([piece], WordsOfCmd.Read(CommandLineText.Of([piece], [], Shell.Cmd), variables));
    }

    [Fact]
    public void The_reading_of_cmd_that_is_compared_with_expands_and_divides_as_cmd_does()
    {
        var variables = new Dictionary<string, string> { ["PATH"] = "p q" };
        Assert.Equal(["p", "q", "a p q", "%X%", "%PATH%", "&b", "c^d"], WordsOfCmd.Read("%PATH% \"a %PATH%\" %X% ^%PATH^% ^&b \"c^d\"", variables));
        Assert.Equal(["a\"b\\", "^c"], WordsOfCmd.Read("\"a\\\"b\\\\\" ^c", variables));
        Assert.Equal(["p", "^Z"], WordsOfCmd.Read("%PATH:q=^^Z%", variables));
        Assert.Equal(["p", "Z^"], WordsOfCmd.Read("^%PATH:q=Z^%^", variables).Select(word => word.TrimStart('%')));
        Assert.Throws<InvalidOperationException>(() => WordsOfCmd.Read("a & calc", variables));
        Assert.Throws<InvalidOperationException>(() => WordsOfCmd.Read("\"a\\\" & calc\"", variables));
    }

    [Theory]
    [InlineData("%PATH%", "^\"^%^PATH^%^\"")]
    [InlineData("%PATH:a=b%", "^\"^%^PATH:a=b^%^\"")]
    [InlineData("100%", "^\"100^%^\"")]
    [InlineData("a b\\", "\"a b\\\\\"")]
    [InlineData("\\", "\"\\\\\"")]
    [InlineData("a\\\\\"b", "^\"a\\\\\\\\\\^\"b^\"")]
    [InlineData("a^b", "\"a^b\"")]
    [InlineData("a & b | c > d", "\"a & b | c > d\"")]
    [InlineData("\"&calc", "^\"\\^\"^&calc^\"")]
    [InlineData("`$(x)", "\"`$(x)\"")]
    public void What_is_special_to_cmd_is_quoted(string word, string expected) => Assert.Equal(expected, CommandLineText.Of([word], [], Shell.Cmd));

    [Theory]
    [InlineData("%PATH%", "'%PATH%'")]
    [InlineData("`n $(calc) \"x\"", "'`n $(calc) \"x\"'")]
    [InlineData("it's", "'it''s'")]
    [InlineData("a‘; calc ‛", "'a‘‘; calc ‛‛'")]
    [InlineData("a\nb", "'a\nb'")]
    [InlineData("a b\\", "'a b\\'")]
    [InlineData("a^b&c", "'a^b&c'")]
    [InlineData("@x", "'@x'")]
    [InlineData("linux/amd64,linux/arm64", "'linux/amd64,linux/arm64'")]
    [InlineData("--%", "'--%'")]
    [InlineData("-x.y", "'-x.y'")]
    [InlineData("–x", "'–x'")]
    [InlineData("--build-arg=A=1.2", "--build-arg=A=1.2")]
    public void What_is_special_to_PowerShell_is_quoted(string word, string expected) =>
        Assert.Equal(expected, CommandLineText.Of([word], [], Shell.PowerShell));

    [Theory]
    [InlineData("a\nb", false, false, true)]
    [InlineData("a\tb", false, false, true)]
    [InlineData("a\rb", true, true, true)]
    [InlineData("\u001b[201~", true, true, true)]
    [InlineData("\u0003", true, true, true)]
    [InlineData("\u007f", true, true, true)]
    [InlineData("\u009b", true, true, true)]
    [InlineData("a b \"$(x)\" %PATH% é😀", false, false, false)]
    public void A_line_that_cannot_be_pasted_is_told(string word, bool sh, bool powerShell, bool cmd)
    {
        foreach (var (shell, name, expected) in ((Shell, string, bool)[])[(Shell.Sh, "sh", sh), (Shell.PowerShell, "PowerShell", powerShell), (Shell.Cmd, "cmd", cmd)])
        {
            Assert.Equal(
                expected ? $"The command cannot be pasted into {name}: one of its words has a line break or another control character." : null,
                CommandLineText.Problem(["docker", word], shell)?.In(Language.English));
        }
    }

    [Theory]
    [InlineData("=ls", "'=ls'")]
    [InlineData("A=b", "A=b")]
    [InlineData("~/x", "'~/x'")]
    [InlineData("a\nb", "'a\nb'")]
    [InlineData("it's\\", "'it'\\''s\\'")]
    [InlineData("`x` $(y) ^ & %PATH%", "'`x` $(y) ^ & %PATH%'")]
    public void What_is_special_to_sh_is_quoted(string word, string expected) => Assert.Equal(expected, CommandLineText.Of([word], [], Shell.Sh));

    private static void AssertReadBy(string program, string shell, string[] words)
    {
        var line = CommandLineText.Of(["printf", @"%s\0", .. words], [], Shell.Sh);
        string[] arguments = shell == "busybox" ? ["sh", "-c", line] : ["-c", line];
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("", errors.GetAwaiter().GetResult());
        Assert.Equal(words, output.Split('\0')[..^1]);
    }

    private static string? Program(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
