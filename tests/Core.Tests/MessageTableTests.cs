using System.Text.RegularExpressions;
using Dockstage.Core.Messages;

namespace Dockstage.Core.Tests;

public sealed partial class MessageTableTests
{
    public static TheoryData<string> Names =>
        [.. typeof(MessageTable).GetProperties().Where(p => p.PropertyType == typeof(Message)).Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_languages_say_something_with_the_same_arguments(string name)
    {
        var message = (Message)typeof(MessageTable).GetProperty(name)!.GetValue(null)!;
        Assert.NotEmpty(message.English);
        Assert.NotEmpty(message.Russian);
        Assert.Equal(Arguments(message.English), Arguments(message.Russian));
    }

    private static IEnumerable<string> Arguments(string text) => Argument().Matches(text).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Argument();
}
