using System.CommandLine;
using Dockstage.Core.Messages;

namespace Dockstage.Cli;

/// <summary>Files and folders on the command line.</summary>
internal static class PathArgument
{
    /// <summary>Any number of files and folders; none is the current folder.</summary>
    public static Argument<string[]> Many(Language language) => Strict(
        new Argument<string[]>("PATHS") { Description = CliMessages.Paths.In(language), Arity = ArgumentArity.ZeroOrMore }, language);

    /// <summary>One file or folder, or none for the current folder.</summary>
    public static Argument<string?> One(Language language) => Strict(
        new Argument<string?>("PATH") { Description = CliMessages.OnePath.In(language), Arity = ArgumentArity.ZeroOrOne }, language);

    /// <summary>One Dockerfile.</summary>
    public static Argument<string> Dockerfile(Language language) =>
        Strict(new Argument<string>("DOCKERFILE") { Description = CliMessages.Dockerfile.In(language) }, language);

    /// <summary>The library takes an option that it does not know for a path.</summary>
    private static Argument<T> Strict<T>(Argument<T> argument, Language language)
    {
        argument.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } unknown)
                result.AddError(CliMessages.UnknownOption.In(language, unknown.Value));
        });
        return argument;
    }
}
