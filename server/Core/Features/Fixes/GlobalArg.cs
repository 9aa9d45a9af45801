using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Fixes;

/// <summary>How a variable of a stage is declared above the first FROM too.</summary>
internal static class GlobalArg
{
    /// <summary>The line that declares a variable of a stage above the first FROM, with the default that it has there.</summary>
    /// <param name="model">The Dockerfile.</param>
    /// <param name="name">The variable.</param>
    /// <param name="first">Place of the stage's FROM.</param>
    /// <param name="end">Place up to which to look for it.</param>
    /// <returns>The line; null when the variable comes from elsewhere (ENV), or its default from other variables.</returns>
    public static string? LineFor(DockerfileModel model, string name, int first, int end)
    {
        var (_, value) = Declarations(model, first, end).LastOrDefault(one => one.Name == name);
        var isFromEnv = Enumerable.Range(first, end - first).Any(place =>
            model.Syntax.Items[place] is Instruction { Keyword: InstructionKeyword.Env } env
            && env.Parts.Content.Assignments.Any(pair => pair.Key.Text == name));
        if (isFromEnv || value?.Contains('$') == true)
            return null;
        var keyword = NewLine.Keyword("ARG", ((Instruction)model.Syntax.Items[FirstFrom(model)]).Parts);
        return value is null ? $"{keyword} {name}" : $"{keyword} {name}={value}";
    }

    /// <summary>Lines above the first FROM.</summary>
    public static TextEdit Insert(DockerfileModel model, params IEnumerable<string> lines) => NewLine.Above(model, FirstFrom(model), lines);

    /// <summary>Place of the first FROM.</summary>
    public static int FirstFrom(DockerfileModel model) => model.Syntax.Froms[0];

    private static IEnumerable<(string Name, string? Default)> Declarations(DockerfileModel model, int first, int end)
    {
        for (var place = first; place < end; place++)
        {
            if (model.Syntax.Items[place] is not Instruction { Keyword: InstructionKeyword.Arg } arg)
                continue;
            foreach (var word in arg.Parts.Words)
            {
                var equals = word.Text.IndexOf('=', StringComparison.Ordinal);
                yield return equals < 0 ? (word.Text, null) : (word.Text[..equals], word.Text[(equals + 1)..]);
            }
        }
    }
}
