using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>
/// Two parts of a build that do not fit together may stand in two files of which neither is wrong alone: one names the target, the other the
/// Dockerfile. Then both are told, and each leads to the other.
/// </summary>
internal static class BuildMismatch
{
    /// <summary>The words that chose the Dockerfile, when they stand in another file than other words of the build; else null.</summary>
    /// <param name="target">The build.</param>
    /// <param name="other">The other words.</param>
    public static FilePlace? ChoiceElsewhere(BuildTarget target, FilePlace other)
    {
        foreach (var value in (ReadOnlySpan<TextValue?>)[target.Dockerfile.Value, target.Context.Value])
        {
            if (value is { Span.IsEmpty: false } && !value.File.Equals(other.File))
                return (value.Literal ?? value).Place;
        }

        return null;
    }

    /// <summary>
    /// Whether a file that is taken alone is made right by another that takes it over: a build of the same name in which the same words fit. A
    /// file that is only meant to be taken over is no mistake.
    /// </summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="target">The build at fault.</param>
    /// <param name="words">The words at fault, of a build.</param>
    /// <param name="fits">Whether a build is right.</param>
    public static bool IsMendedElsewhere(WorkspaceSnapshot snapshot, BuildTarget target, Func<BuildTarget, FilePlace?> words, Func<BuildTarget, bool> fits) =>
        target.MergedFiles.IsEmpty
        && words(target) is { } place
        && place.File.Equals(target.File)
        && snapshot.BuildTargetsAt(target.File).Any(other =>
            (!other.File.Equals(target.File) || !other.MergedFiles.IsEmpty) && Equals(words(other), place) && fits(other));

    /// <summary>A place with a word of what is to be seen there, or nothing.</summary>
    public static ImmutableArray<RelatedPlace> Related(FilePlace? place, LocalizedText message) =>
        place is null ? [] : [new RelatedPlace(place.File, place.Span, message)];
}
