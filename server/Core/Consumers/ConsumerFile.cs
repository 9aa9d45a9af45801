using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers;

/// <summary>What a consumer's file says.</summary>
/// <param name="Targets">The builds that it asks for, in file order: as the file alone says, then as it is merged with others where that differs.</param>
/// <param name="Names">The words that name other builds, in file order.</param>
/// <param name="Files">The words that name files other than Dockerfiles, in file order.</param>
public sealed record ConsumerFile(
    ImmutableArray<BuildTarget> Targets, ImmutableArray<NameReference> Names, ImmutableArray<FileReference> Files)
{
    /// <summary>
    /// Values in other files (a variable in a file of variables) that serve for something else than the name of a stage too, so that no
    /// rename of a stage may change them.
    /// </summary>
    public ImmutableArray<FilePlace> SharedValues { get; init; } = [];

    /// <summary>
    /// The builds that it asks for by itself, where it is only ever laid over others (an override), so that <see cref="Targets"/> tells of what comes of them
    /// together; empty for a file that stands alone, for there <see cref="Targets"/> tells of these.
    /// </summary>
    public ImmutableArray<BuildTarget> Alone { get; init; } = [];

    /// <summary>The words that name files other than Dockerfiles in the files that it takes in, which need not be of a kind by their names. Found when asked for.</summary>
    public Lazy<ImmutableArray<FileReference>> FilesBelow { get; init; } = new([]);

    /// <summary>Places at which a build may name a stage though nothing that counts is written there. Found when asked for.</summary>
    public Lazy<ImmutableArray<StageOpening>> Openings { get; init; } = new([]);

    /// <summary>A file that says nothing.</summary>
    public static ConsumerFile Empty { get; } = new([], [], []);
}
