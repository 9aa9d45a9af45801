using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers.Compose;

/// <summary>
/// Compose files: every service with a <c>build</c> is a build target. Only the path <c>services.NAME.build</c> counts; other keys
/// called <c>target</c> (ports, volumes, secrets of a build, …) are something else.
/// </summary>
public sealed class ComposeConsumer : IStageConsumer
{
    /// <summary>The kind of these files.</summary>
    internal const string Kind = "compose";

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public bool Claims(DocumentPath path, string? languageId) => languageId == "dockercompose" || HasComposeName(path);

    /// <inheritdoc/>
    public string NamingFile => ComposeFileVariable.FileName;

    /// <inheritdoc/>
    public ImmutableArray<FileReference> NamedBy(Document document) => ComposeFileVariable.In(document).Files;

    /// <summary>Whether a file is named <c>compose*.y?ml</c> or <c>docker-compose*.y?ml</c>, in any letter case.</summary>
    internal static bool HasComposeName(DocumentPath path)
    {
        var name = path.Name;
        return (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            && (name.StartsWith("compose", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("docker-compose", StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public ConsumerFile Read(Document document, IDocumentSource documents)
    {
        var merged = ComposeSet.Merged(document, documents);
        var alone = merged is null ? ComposeSet.Alone(document) : merged.IsOnlyLaidOver(document) ? null : merged with { Files = [document] };
        merged = merged is { Files.Length: 1 } ? null : merged;
        var targets = ImmutableArray.CreateBuilder<BuildTarget>();
        ImmutableArray<BuildTarget> apart = [];
        ComposeProject? project = null;
        if (alone is not null)
        {
            project = ComposeProject.Load(alone, documents);
            var lone = project;
            var own = project.Services.Select(service => ComposeTargets.Of(service, document, alone)).OfType<BuildTarget>();
            targets.AddRange(merged is not null ? own : SeenFromAbove(own, document, documents, () => LoneFile.IsComplete(document, lone, documents)));
        }

        if (merged is not null)
        {
            project = ComposeProject.Load(merged, documents);
            // Made once, not for each service: a project may include hundreds of files.
            var below = new Lazy<ComposeProject>(() => ComposeProject.Load(ComposeSet.Alone(merged.Files[0]), documents));
            var other = project.Services.Where(service => IsToldOf(service, document, merged, below))
                .Select(service => ComposeTargets.Of(service, document, merged)).OfType<BuildTarget>();
            var known = targets.ToImmutable();
            var isComplete = false;
            if (alone is null)
            {
                var byItself = ComposeProject.Load(ComposeSet.Alone(document), documents);
                apart = [.. byItself.Services.Select(service => ComposeTargets.Of(service, document, ComposeSet.Alone(document))).OfType<BuildTarget>()];
                isComplete = merged.IsSupposed && LoneFile.IsComplete(document, byItself, documents);
            }

            var told =
                from target in other
                where !known.Any(own => own.Name == target.Name && BuildsTheSame(own, target))
                let own = apart.FirstOrDefault(build => build.Name == target.Name)
                // Nothing but its name says that the file is laid over others, and this build of it needs none of them.
                let needsNone = own is not null && isComplete && below.Value.Find(target.Name!) is null
                select needsNone ? own : !merged.IsSupposed || own is null || BuildsTheSame(own, target) ? target : target with { Alternative = own };
            targets.AddRange(merged.IsSupposed
                ? SeenFromAbove(told, document, documents, () => LoneFile.IsComplete(merged.Files[0], below.Value, documents))
                : told);
        }

        return new ConsumerFile(targets.ToImmutable(), [.. ServiceNames.In(document, project!, documents), .. ComposeOpenings.Names(document, project!)], FileNames.In(document, project!))
        {
            Alone = apart,
            Openings = new(() => ComposeOpenings.Stages(document, project!)),
            FilesBelow = new(() => FileNames.Below(document, project!)),
            SharedValues = SharedVariables.Of(project!, project!.Services.Select(service => ComposeTargets.Of(service, document, merged ?? alone!)).OfType<BuildTarget>()),
        };
    }

    /// <inheritdoc/>
    public TextEdit? Rewrite(Document document, TextSpan span, string said, string text) =>
        document.Path.Name == NamingFile ? ComposeFileVariable.Rewrite(document, span, text) : ScalarEdit.Of(document, span, said, text);

    /// <inheritdoc/>
    public ImmutableArray<TextEdit> NameDockerfile(Document document, BuildTarget target, string path) => PathKey.Dockerfile(document, target, path);

    /// <inheritdoc/>
    public ImmutableArray<TextEdit> NameContext(Document document, BuildTarget target, string path) => PathKey.Context(document, target, path);

    /// <inheritdoc/>
    public ImmutableArray<string> BuildArguments(Document document, BuildTarget target, string? builder, IDocumentSource documents)
    {
        var name = target.Name!;
        var words = ImmutableArray.CreateBuilder<string>();
        words.AddRange(FileArguments(document, SetOf(document, documents, isMerged: !target.MergedFiles.IsEmpty), documents));
        words.Add("build");
        if (builder is not null)
            words.AddRange("--builder", builder);
        // Compose allows names that look like a flag.
        if (name.StartsWith('-'))
            words.Add("--");
        words.Add(name);
        return words.ToImmutable();
    }

    /// <inheritdoc/>
    public ImmutableArray<string> QuestionArguments(Document document, IDocumentSource documents) =>
        // A service that is named is built whatever profiles are active, and so is one whose image it takes as a context.
        [.. FileArguments(document, SetOf(document, documents), documents), "--profile", "*", "config"];

    /// <inheritdoc/>
    public ImmutableArray<ToldBuild>? Told(Document document, string answer, IDocumentSource documents)
    {
        var set = SetOf(document, documents);
        return ComposeAnswer.Read(answer, ComposeProject.Load(set, documents).Variables);
    }

    /// <summary>Builds with the places of their Dockerfiles if the file is laid over one of a folder above, where it may be.</summary>
    private static IEnumerable<BuildTarget> SeenFromAbove(IEnumerable<BuildTarget> builds, Document document, IDocumentSource documents, Func<bool> isTakenAsItIs)
    {
        ImmutableArray<BuildTarget> all = [.. builds];
        if (all.IsEmpty)
            return all;
        ImmutableArray<DocumentPath> above = [.. ComposeSet.FoldersAbove(document, documents, isTakenAsItIs)];
        return above.IsEmpty ? all : all.Select(target => target with { Dockerfile = ComposePaths.SeenFrom(above, target) });
    }

    /// <summary>
    /// The words that name the files: with <c>-f</c> Compose looks for no other, so those below a file that is only ever laid over others are named too, first. Where
    /// another folder's <c>.env</c> counts than that in which it runs, it is told of that; a later one beats an earlier.
    /// </summary>
    private static ImmutableArray<string> FileArguments(Document document, ComposeSet set, IDocumentSource documents)
    {
        var isOfHere = set.VariableFolders is [] || set.VariableFolders[0].Equals(document.Path.Parent);
        var variables = isOfHere ? [] : set.VariableFolders.Reverse().Select(folder => documents.Find(folder.Resolve(ComposeFileVariable.FileName)).Document).OfType<Document>();
        return
        [
            "compose",
            .. variables.SelectMany(file => (string[])["--env-file", file.Path.SeenFrom(document.Path)]),
            .. set.Files.SelectMany(file => (string[])["-f", file.Path.SeenFrom(document.Path)]),
        ];
    }

    /// <summary>The files on which Compose runs for a build of a file.</summary>
    /// <param name="document">The file.</param>
    /// <param name="documents">Other documents.</param>
    /// <param name="isMerged">Whether the build is that of the file laid over others, where it is only ever laid over them.</param>
    private static ComposeSet SetOf(Document document, IDocumentSource documents, bool isMerged = true) => ComposeSet.Merged(document, documents) switch
    {
        null => ComposeSet.Alone(document),
        var merged when merged.IsOnlyLaidOver(document) => isMerged ? merged : ComposeSet.Alone(document),
        var merged => merged with { Files = [document] },
    };

    /// <summary>
    /// Whether a file tells of a service of the files with which it is merged: it names it; or none of them does, for they include it, and the file
    /// is the last of them and the first one does not include it by itself.
    /// </summary>
    /// <param name="service">The service.</param>
    /// <param name="document">The file.</param>
    /// <param name="merged">The files with which it is merged.</param>
    /// <param name="below">The first of them by itself.</param>
    private static bool IsToldOf(ComposeService service, Document document, ComposeSet merged, Lazy<ComposeProject> below)
    {
        if (service.NamePlaces.Any(place => merged.Files.Any(file => file.Path.Equals(place.File))))
            return service.NamePlaces.Any(place => place.File.Equals(document.Path));
        return merged.Files[^1] == document && below.Value.Find(service.Name) is null;
    }

    /// <summary>Whether two builds of one service come to the same, so that to tell of both would only be a repetition.</summary>
    private static bool BuildsTheSame(BuildTarget one, BuildTarget other) =>
        Equals(one.Context.Folder, other.Context.Folder)
        && one.Context.Value?.Text == other.Context.Value?.Text
        && one.Dockerfile.Candidates.SequenceEqual(other.Dockerfile.Candidates)
        && one.Dockerfile.Inline?.Place == other.Dockerfile.Inline?.Place
        && one.Target?.Place == other.Target?.Place
        && one.Target?.Text == other.Target?.Text
        && one.Contexts.Select(context => context.Value.Text).Order().SequenceEqual(other.Contexts.Select(context => context.Value.Text).Order());
}
