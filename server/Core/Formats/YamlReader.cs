using Dockstage.Core.Text;

namespace Dockstage.Core.Formats;

/// <summary>
/// Reads YAML for people who are still writing it: never fails, keeps every place, knows no schema. A text without errors costs one
/// pass; in a broken one only the broken lines are lost, see <see cref="YamlRecovery"/>. Anchors are known in the documents behind theirs too,
/// as go-yaml has it, although YAML ends them with their document.
/// </summary>
public static class YamlReader
{
    /// <summary>Reads a text.</summary>
    public static YamlFile Read(SourceText text)
    {
        var units = text.ToString();
        // To the parser NUL is the end of the text. A byte order mark would become part of the first key; a blank would indent it.
        if (units.Contains('\0'))
            units = units.Replace('\0', '\uFFFD');
        units = YamlLineBreaks.Hidden(units);
        var start = units.StartsWith('\uFEFF') ? 1 : 0;

        var slice = TextSpan.Between(start, units.Length);
        var tree = YamlAnchors.Read(units, (shown, hidden) => YamlTreeBuilder.Build(shown, slice, [], hiddenAnchors: hidden));
        return tree.ErrorAt is { } error
            ? new YamlFile(YamlRecovery.Read(text, units, error), IsBroken: true)
            : new YamlFile([.. tree.Roots], IsBroken: false);
    }
}
