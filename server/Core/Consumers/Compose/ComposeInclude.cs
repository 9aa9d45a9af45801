using System.Collections.Immutable;
using Dockstage.Core.Formats;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>One item of <c>include</c>: another project that is taken in.</summary>
/// <param name="Paths">Its files; the first is the main one, the others are laid over it. Relative to the folder of the including project.</param>
/// <param name="ProjectFolder">The folder to which its paths are relative, or null for that of its main file.</param>
/// <param name="VariableFiles">Its files of variables; empty for <c>.env</c> of its folder.</param>
internal sealed record ComposeInclude(ImmutableArray<TextValue> Paths, TextValue? ProjectFolder, ImmutableArray<TextValue> VariableFiles)
{
    /// <summary>All items of a YAML document. Short: a path; long: <c>path</c> (one or several), <c>project_directory</c>, <c>env_file</c>.</summary>
    public static IEnumerable<ComposeInclude> In(YamlMapping root, ComposeSource source)
    {
        if (root.Find("include")?.Value.Resolved is not YamlSequence list)
            yield break;
        foreach (var item in list.Items)
        {
            switch (item.Resolved)
            {
                case YamlScalar:
                    yield return new ComposeInclude(Texts(item, source), null, []);
                    break;
                case YamlMapping mapping:
                    yield return new ComposeInclude(
                        Texts(mapping.Find("path")?.Value, source),
                        Texts(mapping.Find("project_directory")?.Value, source).FirstOrDefault(),
                        Texts(mapping.Find("env_file")?.Value, source));
                    break;
            }
        }
    }

    private static ImmutableArray<TextValue> Texts(YamlNode? value, ComposeSource source)
    {
        IEnumerable<YamlNode?> nodes = value?.Resolved is YamlSequence list ? list.Items.Select(item => item.Resolved) : [value?.Resolved];
        return [.. nodes.OfType<YamlScalar>().Where(scalar => scalar.IsMissing || !scalar.IsNull).Select(scalar => ComposeValue.Of(source, scalar))];
    }
}
