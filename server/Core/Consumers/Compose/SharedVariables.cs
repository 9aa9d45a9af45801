using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// The variables of <c>.env</c> that serve for something else than the name of a stage, such as an image's name: were one a stage's name too, a
/// rename of the stage would change that as well.
/// </summary>
internal static class SharedVariables
{
    /// <summary>The places of the values of all variables that are used for something else than to name a stage.</summary>
    /// <param name="project">The project.</param>
    /// <param name="targets">Its builds.</param>
    public static ImmutableArray<FilePlace> Of(ComposeProject project, IEnumerable<BuildTarget> targets)
    {
        var stages = targets.SelectMany(target => target.StageValues).ToLookup(value => value.Place);
        var shared = new HashSet<FilePlace>();
        foreach (var file in project.Files)
        {
            foreach (var scalar in ComposeFile.Of(file).ComputedScalars)
            {
                // Only where the whole of it is the stage's name; in `app-$STAGE` it is a part of another.
                var whole = stages[new FilePlace(file.Path, scalar.Span)].SelectMany(value => value.Candidates)
                    .SelectMany(candidate => candidate.Origins).OfType<ValueOrigin.EnvironmentFile>().Select(origin => origin.Variable);
                shared.UnionWith(Interpolation.NamesIn(scalar.Text).Except(whole).Select(name => project.Variables.Find(name)?.Value?.Place).OfType<FilePlace>());
            }
        }

        return [.. shared];
    }
}
