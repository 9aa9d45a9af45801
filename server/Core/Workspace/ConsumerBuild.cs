using System.Collections.Immutable;
using Dockstage.Core.Consumers;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>A build that a consumer's file asks for, as one run of the consumer's tool makes it.</summary>
public sealed record ConsumerBuild
{
    /// <summary>What the file asks for.</summary>
    public required BuildTarget Target { get; init; }

    /// <summary>The stage asked for as written in this file or in one below; null when none is named and the default stage is built.</summary>
    public required TextValue? Stage { get; init; }

    /// <summary>The Dockerfile.</summary>
    public required ResolvedDockerfile Dockerfile { get; init; }

    /// <summary>Whether this is the file laid over others.</summary>
    public bool IsMerged { get; init; }

    /// <summary>For a file taken alone: the files with which it is merged, where the result is another one; for a merged one: those files.</summary>
    public ImmutableArray<DocumentPath> MergedWith { get; init; } = [];

    /// <summary>The stage that is built, or null when it cannot be told or does not exist.</summary>
    public Stage? Builds => Stage is not { IsDynamic: true } && Dockerfile is ResolvedDockerfile.Found found
        ? TargetStage.Of(found.Model, Target.Naming, Stage?.Text ?? "")
        : null;

    /// <summary>Where the Dockerfile is or should be; null when it is remote, computed or written inside the file.</summary>
    public DocumentPath? DockerfilePath => Dockerfile switch
    {
        ResolvedDockerfile.Found found => found.Path,
        ResolvedDockerfile.Missing missing => missing.Expected,
        _ => Target.Dockerfile.Candidates.FirstOrDefault(),
    };

    /// <summary>The offset of the target that this file names, without one that of the build; 0 when all of it stands in files that are taken over.</summary>
    public int Offset => new[] { Target.Target is { Text: not "" } value ? (value.Literal ?? value).Place : null, Target.Target?.Place, Target.NamePlace }
        .FirstOrDefault(place => place is { Span.IsEmpty: false } && place.File.Equals(Target.File))?.Span.Start ?? 0;
}
