using Dockstage.Core.Parsing;

namespace Dockstage.Core.Tests.Parsing;

public sealed class ExecFormTests
{
    [Theory]
    [InlineData("[]", true)]
    [InlineData("[ ]", true)]
    [InlineData("[\"a\"]", true)]
    [InlineData("[ \"a\" , \"b\" ] ", true)]
    [InlineData("[\"\\u00e4 \\\" \\n 😀\"]", true)]
    [InlineData("", false)]
    [InlineData("[", false)]
    [InlineData("[\"a\"", false)]
    [InlineData("[\"a\",]", false)]
    [InlineData("[\"a\"] x", false)]
    [InlineData("[\"a\" \"b\"]", false)]
    [InlineData("['a']", false)]
    [InlineData("[1e999]", false)]
    [InlineData("[01]", false)]
    [InlineData("[True]", false)]
    [InlineData("[\"\\x\"]", false)]
    [InlineData("[\"\\u12\"]", false)]
    [InlineData("[\"\\", false)]
    [InlineData("[\"a\tb\"]", false)]
    [InlineData("[ -f x ]", false)]
    public void Only_a_JSON_array_of_strings_is_exec_form(string arguments, bool isExecForm) =>
        Assert.Equal(isExecForm ? ExecFormKind.Strings : ExecFormKind.None, ExecForm.Find(arguments));
}
