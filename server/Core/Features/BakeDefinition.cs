using System.Collections.Immutable;
using System.Text;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>What <c>docker buildx bake -f -</c> reads on its standard input: several stages, built in one run side by side.</summary>
/// <param name="Targets">Each with a name of its own.</param>
public sealed record BakeDefinition(ImmutableArray<BakeTarget> Targets);

/// <summary>
/// One target of the definition. Every text of a definition in JSON is a template to bake, so what comes from outside goes through
/// <see cref="Literal"/>: a folder may well be called <c>${HOME}</c>.
/// </summary>
/// <param name="Name">The target's name: ASCII letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="Document">The Dockerfile that it builds from.</param>
/// <param name="Stage">The stage, or null for the default one.</param>
/// <param name="Folder">The build context, relative to the folder in which bake runs.</param>
/// <param name="File">The Dockerfile, relative to the context.</param>
/// <param name="Tag">The image's name, or null.</param>
/// <param name="Options">The user's choices.</param>
public sealed record BakeTarget(
    string Name, DocumentPath Document, string? Stage, string Folder, string File, string? Tag, BuildOptions Options)
{
    /// <summary>Bake: <c>context</c>.</summary>
    public string Context => Literal(Folder);

    /// <summary>Bake: <c>dockerfile</c>.</summary>
    public string Dockerfile => Literal(File);

    /// <summary>Bake: <c>args</c>; a value is null where it comes from the environment.</summary>
    public IReadOnlyDictionary<string, string?> Arguments => Options.Arguments
        .Select(argument => argument.Split('=', 2))
        .GroupBy(pair => pair[0], StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Last() is [_, var value] ? Literal(value) : null, StringComparer.Ordinal);

    /// <summary>Bake: <c>secret</c>.</summary>
    public IEnumerable<string> Secrets => Options.Secrets.Select(Literal);

    /// <summary>
    /// A text so that bake takes it as it is: HCL templates begin with <c>${</c> or <c>%{</c>, and doubling the sign takes their meaning away.
    /// </summary>
    public static string Literal(string text) =>
        text.Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal);

    /// <summary>
    /// A name that no other target has: folder and stage, as far as bake allows their letters. It stands in front of every step in the output.
    /// </summary>
    public static string NameFor(string folder, string? stage, IEnumerable<BakeTarget> others)
    {
        var wanted = new StringBuilder();
        foreach (var c in stage is null ? folder : $"{folder}-{stage}")
            wanted.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_');
        var (taken, name) = (others.Select(other => other.Name).ToHashSet(StringComparer.Ordinal), wanted.ToString());
        for (var number = 2; taken.Contains(name); number++)
            name = $"{wanted}-{number}";
        return name;
    }
}
