using System.Collections.Immutable;
using System.Text;
using Dockstage.Core.Consumers;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>What <c>docker buildx bake -f -</c> reads on its standard input: several builds in one run, side by side.</summary>
/// <param name="Targets">Each with a name of its own.</param>
public sealed record BakeDefinition(ImmutableArray<BakeTarget> Targets);

/// <summary>One target of the definition.</summary>
/// <param name="Name">The target's name: ASCII letters, digits, <c>-</c> and <c>_</c>, and no <c>-</c> at its beginning.</param>
/// <param name="Build">What is built. Its contexts that are builds bear the names of targets.</param>
/// <param name="Output">Where the result goes, as bake spells it.</param>
/// <param name="Document">The Dockerfile, or null when it is not known.</param>
public sealed record BakeTarget(string Name, ToldBuild Build, string Output, DocumentPath? Document)
{
    /// <summary>
    /// A text so that bake takes it as it is. Every text of a definition in JSON is a template to bake, and a folder may well be called <c>${HOME}</c>: HCL
    /// templates begin with <c>${</c> or <c>%{</c>, and doubling the sign takes their meaning away.
    /// </summary>
    public static string Literal(string text)
    {
        if (!text.Contains("${", StringComparison.Ordinal) && !text.Contains("%{", StringComparison.Ordinal))
            return text;
        return text.Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal);
    }

    /// <summary>A name that is not taken: as far as bake allows the letters, and none that bake's command line would take for a flag. It stands in front of every step in the output.</summary>
    public static string NameFor(string wanted, IReadOnlySet<string> taken)
    {
        var letters = new StringBuilder();
        foreach (var c in wanted.TrimStart('-'))
            letters.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_');
        if (letters.Length == 0)
            letters.Append('_');
        var name = letters.ToString();
        for (var number = 2; taken.Contains(name); number++)
            name = $"{letters}-{number}";
        return name;
    }
}
