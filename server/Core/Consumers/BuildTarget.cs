using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers;

/// <summary>
/// What a consumer asks to be built: context + Dockerfile + target stage, and where each of them is written. A part may be written in
/// another file than the one that asks, because that file takes it over.
/// </summary>
public sealed record BuildTarget
{
    /// <summary>The file that asks for it.</summary>
    public required DocumentPath File { get; init; }

    /// <summary>The kind of file: <see cref="IStageConsumer.Name"/>.</summary>
    public required string Consumer { get; init; }

    /// <summary>The consumer's own name for it (compose: the service), or null where it has none.</summary>
    public required string? Name { get; init; }

    /// <summary>Where that name stands, or the build itself where it has none; in the file that asks for it, unless all of it is in another.</summary>
    public required FilePlace NamePlace { get; init; }

    /// <summary>The build context.</summary>
    public required BuildContext Context { get; init; }

    /// <summary>The Dockerfile.</summary>
    public required DockerfileChoice Dockerfile { get; init; }

    /// <summary>
    /// The contexts that it is given besides its own (<c>additional_contexts</c>), each name once, those of the strongest file first.
    /// </summary>
    public ImmutableArray<ContextName> Contexts { get; init; } = [];

    /// <summary>
    /// Names of contexts that are written too, but do not count: another of their name takes their place, or they take one away. A stage that gets
    /// another name gets it there as well.
    /// </summary>
    public ImmutableArray<TextValue> OverriddenContexts { get; init; } = [];

    /// <summary>The stage asked for, or null when none is named and the default (the last) stage is built.</summary>
    public TextValue? Target { get; init; }

    /// <summary>Targets that are written too, but do not count because another takes their place.</summary>
    public ImmutableArray<TextValue> OverriddenTargets { get; init; } = [];

    /// <summary>Stages whose cached results are not to be used (<c>no_cache_filter</c>, and the same for bake). BuildKit takes names that no stage has without a word.</summary>
    public ImmutableArray<TextValue> UncachedStages { get; init; } = [];

    /// <summary>How the stage asked for is found.</summary>
    public TargetNaming Naming { get; init; } = TargetNaming.BuildKit;

    /// <summary>The names that the file gives to the image that is made (compose: <c>image</c> and <c>tags</c>), as far as they are written.</summary>
    public ImmutableArray<TextValue> Images { get; init; } = [];

    /// <summary>The build arguments; null as value for one that the environment of the build gives or leaves out.</summary>
    public ImmutableArray<BuildArgument> Arguments { get; init; } = [];

    /// <summary>
    /// Whether it takes something from a place that was not read, so that it may have parts that are not known.
    /// </summary>
    public bool IsPartial { get; init; }

    /// <summary>
    /// The files with which <see cref="File"/> is merged for this build, all of them in their order, itself among them; empty when it is taken
    /// alone.
    /// </summary>
    public ImmutableArray<DocumentPath> MergedFiles { get; init; } = [];

    /// <summary>
    /// What the file asks for alone, where it is only supposed that it is merged with others (<c>compose.test.yaml</c> may be laid over
    /// <c>compose.yaml</c> or stand by itself); null where that is sure, or the same. Which of the two is meant shows in what fits the Dockerfile.
    /// </summary>
    public BuildTarget? Alternative { get; init; }

    /// <summary>The files in which parts of it are written, each once; the file that asks for it may not be among them.</summary>
    public IEnumerable<DocumentPath> Files =>
        StageValues.SelectMany(value => value.Candidates.Prepend(value)).Append(Dockerfile.Value).Append(Context.Value).OfType<TextValue>()
            .Select(value => value.File).Append(NamePlace.File).Append(Dockerfile.Blame.File).Distinct();

    /// <summary>All words of it that name stages of its Dockerfile: the target first, then those that do not count or only concern the cache.</summary>
    public IEnumerable<TextValue> StageValues =>
        (Target is null ? [] : ImmutableArray.Create(Target)).Concat(OverriddenTargets).Concat(UncachedStages)
            .Concat(ContextNames);

    /// <summary>
    /// The words of it that name contexts, which may come in the place of stages: as far as they can be names of stages. BuildKit looks for a stage's name in
    /// lower case, so a context with a capital letter has nothing to do with it.
    /// </summary>
    public IEnumerable<TextValue> ContextNames =>
        Contexts.Select(context => context.Value).Concat(OverriddenContexts).Select(ContextName.StageIn).Where(name => !name.Text.Any(char.IsAsciiLetterUpper));
}

/// <summary>A build argument.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it is set to, or null.</param>
public sealed record BuildArgument(string Name, TextValue? Value);
