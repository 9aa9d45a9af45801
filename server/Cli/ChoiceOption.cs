using System.CommandLine;

namespace Dockstage.Cli;

/// <summary>An option that takes one of some words.</summary>
internal static class ChoiceOption
{
    /// <summary>The option.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">What the help says.</param>
    /// <param name="otherwise">The word that holds without it.</param>
    /// <param name="words">All words.</param>
    public static Option<string> Of(string name, string description, string otherwise, string[] words)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
