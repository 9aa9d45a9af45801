using System.Globalization;
using Dockstage.Core.Consumers;
using Dockstage.Core.Semantics;

namespace Dockstage.Core.Workspace;

/// <summary>From the target that a build names to the stage that its tool takes it for.</summary>
public static class TargetStage
{
    /// <summary>
    /// The stage, or null when there is none. One that only differs in letter case is found for every tool, for it is surely meant; see
    /// <see cref="IsWrittenSo"/>.
    /// </summary>
    /// <param name="model">The Dockerfile.</param>
    /// <param name="naming">How the tool compares.</param>
    /// <param name="name">The target; empty for the default one.</param>
    public static Stage? Of(DockerfileModel model, TargetNaming naming, string name)
    {
        if (naming.AllowsIndex && IndexOf(name) is { } index)
            return index < model.Stages.Length ? model.Stages[index] : null;
        return (naming.IsCaseSensitive ? model.Stages.LastOrDefault(stage => IsWrittenSo(model, stage, name)) : null) ?? model.FindTarget(name);
    }

    /// <summary>Whether the name of a stage is written so behind AS, letter case counted.</summary>
    public static bool IsWrittenSo(DockerfileModel model, Stage stage, string name) =>
        stage.NameSpan is { } span && model.Text.Slice(span).SequenceEqual(name);

    /// <summary>The number that a target is, or null for one that is no number.</summary>
    public static int? IndexOf(string name)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return null;
        return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : int.MaxValue;
    }
}
