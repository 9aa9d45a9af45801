using System.Collections.Immutable;
using System.Globalization;
using Dockstage.Core.Consumers;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features.Graphs;

/// <summary>Makes a <see cref="BuildGraph"/> of the files of a workspace.</summary>
/// <param name="snapshot">The workspace.</param>
/// <param name="root">The folder from which paths count.</param>
/// <param name="target">The target that is to be built, or null.</param>
internal sealed class BuildGraphReader(WorkspaceSnapshot snapshot, DocumentPath root, string? target)
{
    private readonly List<GraphNode> _consumers = [];
    private readonly List<GraphNode> _ofDockerfiles = [];
    private readonly SortedDictionary<string, GraphNode> _images = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = [];
    private readonly List<GraphEdge> _edges = [];
    private readonly HashSet<GraphEdge> _met = [];
    private readonly List<string> _targets = [];

    /// <summary>The nodes that the target means, once the graph is read.</summary>
    public IReadOnlyCollection<string> Targets => _targets;

    /// <summary>The whole graph.</summary>
    public BuildGraph Read(ImmutableArray<DocumentPath> documents)
    {
        var builds = documents.OrderBy(path => path.Path, StringComparer.Ordinal).SelectMany(path => ConsumerBuilds.In(snapshot, path))
            .Where(build => build.IsMerged || build.MergedWith.IsEmpty).ToList();
        foreach (var build in builds)
            Add(build);
        var dockerfiles = documents.Where(path => snapshot.StagesIn(path) is not null)
            .Concat(builds.Select(build => build.Dockerfile).OfType<ResolvedDockerfile.Found>().Select(found => found.Path))
            .Distinct().OrderBy(path => path.Path, StringComparer.Ordinal);
        foreach (var path in dockerfiles)
            Add(path, snapshot.DockerfileAt(path)!);
        return new BuildGraph(root, [.. _consumers, .. _ofDockerfiles, .. _images.Values], [.. _edges]);
    }

    private void Add(ConsumerBuild build)
    {
        var file = build.Target.File;
        var line = LineOf(file, build.Offset);
        var id = $"consumer:{Shown(file)}#{build.Target.Name}";
        if (!_ids.Add(id))
            _ids.Add(id = string.Create(CultureInfo.InvariantCulture, $"{id}@{line + 1}"));
        _consumers.Add(new GraphNode
        {
            Id = id,
            Kind = GraphNodeKind.Consumer,
            Label = build.Target.Name is { Length: > 0 } name ? name : file.Name,
            Path = file,
            Line = line,
            MissingTarget = build is { Dockerfile: ResolvedDockerfile.Found, Builds: null, Stage: { IsDynamic: false } missing } ? missing.Text : null,
        });
        if (build.Dockerfile is not ResolvedDockerfile.Found found)
            return;
        foreach (var stage in StagesOf(found.Model, build.Target, build.Stage))
            Add(id, IdOf(found.Path, stage), GraphEdgeKind.Builds, line);
    }

    private void Add(DocumentPath path, DockerfileModel model)
    {
        var wanted = target is null ? null : model.FindTarget(target);
        if (wanted is not null)
            _targets.Add(IdOf(path, wanted));
        var builds = snapshot.BuildTargetsOf(path).ToList();
        var variants = Variants(model, builds);
        var reached = Reached(model, builds);
        var contexts = builds.SelectMany(build => build.Contexts).ToList();
        foreach (var stage in model.Stages)
        {
            _ofDockerfiles.Add(new GraphNode
            {
                Id = IdOf(path, stage),
                Kind = GraphNodeKind.Stage,
                Label = stage.LogName,
                Path = HostPlace.Of(path),
                Line = LineOf(path, stage.FromSpan.Start),
                Dockerfile = path,
                StageIndex = stage.Index,
                IsDefault = stage.Index == model.Stages.Length - 1,
                IsUnreachable = reached is not null && !reached.Contains(stage.Index),
            });
        }

        foreach (var stage in model.Stages)
        {
            foreach (var variant in variants)
                AddNeeds(path, variant, variant.Stages[stage.Index], contexts);
        }
    }

    private void AddNeeds(DocumentPath path, DockerfileModel model, Stage stage, List<ContextName> contexts)
    {
        var id = IdOf(path, stage);
        if (stage.ReplacedBy is { } replacement)
        {
            Add(id, ContextNode(path, replacement, contexts), GraphEdgeKind.From, LineOf(path, stage.FromSpan.Start));
            return;
        }

        foreach (var binding in model.Graph.BindingsOf(stage))
        {
            var needed = binding.Meaning switch
            {
                ReferenceMeaning.OfStage meaning => IdOf(path, meaning.Stage),
                ReferenceMeaning.OfImage meaning => ImageNode(meaning.Reference),
                ReferenceMeaning.OfContext meaning => ContextNode(path, meaning.Name, contexts),
                // A cache mount without a source begins empty: that is no need.
                ReferenceMeaning.OfScratch when binding.Reference.Text.Length > 0 => ScratchNode(path),
                _ => null,
            };
            if (needed is not null)
                Add(id, needed, KindOf(binding.Reference), LineOf(path, binding.Reference.Span.Start));
        }
    }

    private void Add(string from, string to, GraphEdgeKind kind, int line)
    {
        var edge = new GraphEdge(from, to, kind, line);
        if (_met.Add(edge))
            _edges.Add(edge);
    }

    /// <summary>
    /// The file as each of its builds understands it, so far as they differ; as a build that adds nothing where none is known or one adds
    /// nothing. With a target, as the builds of that target do.
    /// </summary>
    private List<DockerfileModel> Variants(DockerfileModel model, List<BuildTarget> builds)
    {
        var wanted = target is null ? null : model.FindTarget(target);
        var inputs = builds.Where(build => wanted is null || StagesOf(model, build, build.Target).Contains(wanted))
            .Select(build => (Inputs: TargetInputs.Of(build), Contexts: ContextsOf(build))).ToList();
        if (inputs.TrueForAll(build => build.Contexts.Length == 0))
            inputs = [(BuildInputs.None, "")];
        // An empty target is none.
        var named = string.IsNullOrEmpty(target) ? null : target;
        return [.. inputs.DistinctBy(build => build.Contexts).Select(build => model.For(build.Inputs with { Target = named }))];
    }

    /// <summary>The stages that the default target or any known build needs; null when that cannot be told.</summary>
    private static HashSet<int>? Reached(DockerfileModel model, List<BuildTarget> builds)
    {
        if (model.DefaultStage is not { } last || model.UsesForeignFrontend)
            return null;
        var reached = new HashSet<int>();
        var plans = new HashSet<(int Stage, string Contexts)>();
        foreach (var (stage, inputs, contexts) in Wanted())
        {
            if (stage is null)
                return null;
            if (!plans.Add((stage.Index, contexts)))
                continue;
            var plan = (inputs.Contexts.IsEmpty ? model : model.For(inputs)).PlanFor(stage);
            // What a build that is refused would have needed is not known.
            if (!plan.Refusals.IsEmpty)
                return null;
            reached.UnionWith(plan.Runs.Select(step => step.Stage.Index));
        }

        return reached;

        IEnumerable<(Stage? Stage, BuildInputs Inputs, string Contexts)> Wanted()
        {
            yield return (last, BuildInputs.None, "");
            foreach (var build in builds)
            {
                var inputs = TargetInputs.Of(build);
                var contexts = ContextsOf(build);
                // What a build takes from a file that was not read may be any stage.
                List<Stage> stages = build is { IsPartial: true, Target: null } ? [] : [.. StagesOf(model, build, build.Target)];
                foreach (var stage in stages)
                    yield return (stage, inputs, contexts);
                if (stages.Count == 0 && build is { Target.IsDynamic: true } or { IsPartial: true, Target: null })
                    yield return (null, inputs, contexts);
            }
        }
    }

    /// <summary>What tells builds apart that are given other contexts.</summary>
    private static string ContextsOf(BuildTarget build) =>
        string.Join('\n', build.Contexts.Where(context => !context.IsOfOtherTool).Select(context => context.Value.Text).Order(StringComparer.Ordinal));

    /// <summary>The stages that a target can mean: one, none, or of a computed one each that it is known to take.</summary>
    private static IEnumerable<Stage> StagesOf(DockerfileModel model, BuildTarget build, TextValue? value)
    {
        var names = value is { IsDynamic: true } ? value.Candidates.Select(candidate => candidate.Text) : [value?.Text ?? ""];
        return names.Select(name => TargetStage.Of(model, build.Naming, name)).OfType<Stage>().Distinct();
    }

    private string ImageNode(string reference)
    {
        var id = "image:" + reference;
        _images.TryAdd(reference, new GraphNode { Id = id, Kind = GraphNodeKind.Image, Label = reference });
        return id;
    }

    private string ContextNode(DocumentPath dockerfile, string name, List<ContextName> given)
    {
        var id = $"context:{KeyOf(dockerfile)}#{name}";
        if (_ids.Add(id))
        {
            var context = given.Find(context => context.Value.Text == name);
            _ofDockerfiles.Add(new GraphNode
            {
                Id = id,
                Kind = GraphNodeKind.Context,
                Label = name,
                Path = context?.File,
                Line = context is null ? null : LineOf(context.File, context.Value.Span.Start),
                Dockerfile = dockerfile,
            });
        }

        return id;
    }

    private string ScratchNode(DocumentPath dockerfile)
    {
        var id = $"scratch:{KeyOf(dockerfile)}";
        if (_ids.Add(id))
            _ofDockerfiles.Add(new GraphNode { Id = id, Kind = GraphNodeKind.Scratch, Label = "scratch", Path = HostPlace.Of(dockerfile), Dockerfile = dockerfile });
        return id;
    }

    private string IdOf(DocumentPath dockerfile, Stage stage) => string.Create(CultureInfo.InvariantCulture, $"stage:{KeyOf(dockerfile)}#{stage.Index}");

    private string Shown(DocumentPath path) => path.RelativeTo(root);

    /// <summary>What tells a Dockerfile from others: its path; of several that are written inside one file, who builds it too.</summary>
    private string KeyOf(DocumentPath dockerfile) => dockerfile.Host is null
        ? Shown(dockerfile)
        : $"{Shown(dockerfile)}:{snapshot.BuildTargetsOf(dockerfile).FirstOrDefault()?.Name}";

    private int LineOf(DocumentPath path, int offset)
    {
        var (file, span) = HostPlace.Of(snapshot, new FilePlace(path, TextSpan.At(offset)));
        return snapshot.Find(file).Document!.Text.LineAt(span.Start);
    }

    private static GraphEdgeKind KindOf(StageReference reference) => StageGraph.KindOf(reference) switch
    {
        BuildReasonKind.From => GraphEdgeKind.From,
        BuildReasonKind.Copy => GraphEdgeKind.Copy,
        BuildReasonKind.Mount => GraphEdgeKind.Mount,
        _ => GraphEdgeKind.Onbuild,
    };
}
