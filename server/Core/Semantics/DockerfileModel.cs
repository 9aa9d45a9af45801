using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Dockstage.Core.Parsing;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Semantics;

/// <summary>Everything Dockstage knows about one Dockerfile: its stages, who names whom, and what a target builds on.</summary>
public sealed class DockerfileModel
{
    private const string TargetStageArg = "TARGETSTAGE";

    private readonly StageNames _names;
    private readonly BuildInputs _inputs;
    private readonly Lazy<ImmutableArray<StageReference>> _references;
    private readonly Lazy<StageGraph> _graph;
    private readonly Lazy<ArgScope> _globalArgs;

    // Filled on demand without a lock: two threads may both make the same immutable answer, and either of them is right.
    private readonly StageScope?[] _scopes;

    private DockerfileModel(SourceText text, DockerfileSyntax syntax, StageNames names, BuildInputs inputs, ImmutableArray<Stage> stages)
    {
        Text = text;
        Syntax = syntax;
        _names = names;
        _inputs = inputs;
        Stages = stages;
        _scopes = new StageScope?[stages.Length];
        _references = new(() => new ReferenceReader(Stages, Resolver).Read(Syntax));
        _graph = new(() => new StageGraph(Stages, References, Resolver));
        _globalArgs = new(() => ArgScope.Global(Syntax, names.OfLastStage, inputs));
    }

    /// <summary>The text that was read.</summary>
    public SourceText Text { get; }

    /// <summary>Its pieces.</summary>
    public DockerfileSyntax Syntax { get; }

    /// <summary>The stages in file order; <see cref="Stage.Index"/> equals the place.</summary>
    public ImmutableArray<Stage> Stages { get; }

    /// <summary>The references in file order. There are none in comments and heredoc bodies, nor above the first FROM.</summary>
    public ImmutableArray<StageReference> References => _references.Value;

    /// <summary>Who needs whom.</summary>
    public StageGraph Graph => _graph.Value;

    /// <summary>The variables that FROM lines see.</summary>
    public ArgScope GlobalArgs => _globalArgs.Value;

    /// <summary>The last stage, which is built when no target is named; null in a file without stages.</summary>
    public Stage? DefaultStage => Stages.IsEmpty ? null : Stages[^1];

    /// <summary>
    /// Whether the file asks for a front end other than Docker's own (<c># syntax=</c>), which may give another meaning to anything in
    /// it: whoever reports problems must stay silent then.
    /// </summary>
    public bool UsesForeignFrontend => Syntax.FrontEnd is { } image && !FrontEndImage.IsDockers(image);

    /// <summary>Reads a text. Never fails: whatever makes sense is there.</summary>
    public static DockerfileModel Parse(SourceText text)
    {
        var syntax = DockerfileParser.Parse(text);
        var names = StageReader.ReadNames(syntax);
        return For(text, syntax, names, BuildInputs.None);
    }

    /// <summary>
    /// Reads a text after an edit. The answers are those of <see cref="Parse(SourceText)"/>, but whatever the edit has not touched is taken
    /// from the model before it, so that only the touched instructions are read again.
    /// </summary>
    /// <param name="text">The text now.</param>
    /// <param name="previous">The model of the text before; of another text it is of no use, but does no harm.</param>
    public static DockerfileModel Parse(SourceText text, DockerfileModel previous)
    {
        var syntax = DockerfileParser.Parse(text, previous.Text, previous.Syntax, out var shared);
        var names = StageReader.ReadNames(syntax, shared, previous._names);
        if (!ReferenceEquals(names, previous._names) || !ReferenceEquals(previous._inputs, BuildInputs.None))
            return For(text, syntax, names, BuildInputs.None);
        var stages = new StageReader(syntax, text.Length, names, BuildInputs.None).Read(previous, shared);
        return new DockerfileModel(text, syntax, names, BuildInputs.None, stages);
    }

    /// <summary>
    /// The same text as a certain build understands it: with its arguments, its named contexts, its target. Stages keep their
    /// <see cref="Stage.Index"/>; what they are built on, and what references mean, may differ.
    /// </summary>
    public DockerfileModel For(BuildInputs inputs) => For(Text, Syntax, _names, inputs);

    /// <summary>
    /// The stage that <c>--target NAME</c> builds. BuildKit: the last one of that name in any letter case; the default stage for an empty
    /// name; an index is no name. Null when there is none.
    /// </summary>
    public Stage? FindTarget(string name) =>
        name.Length == 0 ? DefaultStage : StageAt(_names.Last(name.ToLowerInvariant()));

    /// <summary>Whether the file takes something from an image in whose place a context of a name would come.</summary>
    public bool NamesImage(string name)
    {
        var context = NamedContexts.Of([name]);
        return Stages.Any(stage => stage.Base is StageBase.OnImage image && context.Has(image.Reference))
            || References.Any(reference => reference.Stage is null && reference.Kind != StageReferenceKind.From && context.Has(reference.Text));
    }

    /// <summary>
    /// Whether a build can be asked for exactly this stage. BuildKit: of several stages of one name only the last is a target; one without a name
    /// only as the last of the file, by naming no target.
    /// </summary>
    public bool CanBeTarget(Stage stage) => stage.Name is { } name ? FindTarget(name)?.Index == stage.Index : stage.Index == Stages.Length - 1;

    /// <summary>What ARG, ENV, WORKDIR, USER and SHELL mean in a stage. Made when first asked for; nothing else needs it.</summary>
    public StageScope ScopeOf(Stage stage)
    {
        // From below upwards instead of by recursion: a chain of stages may be longer than the call stack.
        var missing = new Stack<Stage>();
        StageScope? scope = null;
        for (var next = stage; next is not null && scope is null; next = (next.Base as StageBase.OnStage)?.Stage)
        {
            scope = _scopes[next.Index];
            if (scope is null)
                missing.Push(next);
        }

        while (missing.TryPop(out var next))
            _scopes[next.Index] = scope = StageScope.Of(next, Syntax, scope, GlobalArgs, _inputs);
        return scope!;
    }

    /// <summary>The index of the stage that a name would mean if a reference said it, or null. BuildKit: FROM means the nearest above, others the last.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="name">A name in lower case.</param>
    internal int? Means(StageReference reference, string name) =>
        reference.Kind == StageReferenceKind.From ? _names.NearestAbove(name, reference.StageIndex) : _names.Last(name);

    /// <summary>The reference whose <see cref="StageReference.Reach"/> a cursor at an offset touches, or null.</summary>
    public StageReference? ReferenceAt(int offset)
    {
        // Asked at every keystroke, so it must not need the references of the whole file. None reaches beyond its instruction.
        var place = Syntax.IndexAt(offset);
        return place < 0 ? null : new ReferenceReader(Stages, Resolver).ReadOne(Syntax, place).LastOrDefault(r => r.Reach.Touches(offset));
    }

    /// <summary>The stage whose <see cref="Stage.NameSpan"/> a cursor at an offset touches, or null.</summary>
    public Stage? DeclarationAt(int offset)
    {
        var at = LastIndexWhere(Stages.Length, i => Stages[i].Span.Start <= offset);
        return at >= 0 && Stages[at].NameSpan is { } name && name.Touches(offset) ? Stages[at] : null;
    }

    /// <summary>
    /// A stage, the stage it is built on, and so on; the base of the last one is an image, scratch, or unresolved. It always ends,
    /// because a FROM reaches only stages above it.
    /// </summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Asked of a model, like every other question.")]
    public ImmutableArray<Stage> AncestryOf(Stage stage)
    {
        var chain = ImmutableArray.CreateBuilder<Stage>();
        for (var next = stage; next is not null; next = (next.Base as StageBase.OnStage)?.Stage)
            chain.Add(next);
        return chain.DrainToImmutable();
    }

    /// <summary>
    /// The name nearest to a misspelt target, or null: a Levenshtein distance below 3, letter case not counted (BuildKit).
    /// </summary>
    public string? SuggestTarget(string name) => Spelling.Nearest(name, Stages.Select(stage => stage.Name).OfType<string>());

    /// <summary>
    /// What building a stage of this file runs and skips. Its stages are found by <see cref="Stage.Index"/>: where a base depends on
    /// the target (<c>FROM $TARGETSTAGE</c>), they may stand on other stages than those here, which are for the default target.
    /// </summary>
    public BuildPlan PlanFor(Stage target)
    {
        var dependsOnTarget = target.Name != (_inputs.Target ?? _names.OfLastStage)
            && Text.ToString().Contains(TargetStageArg, StringComparison.Ordinal);
        var model = dependsOnTarget ? For(_inputs with { Target = target.Name }) : this;
        return BuildPlan.For(model.Stages[target.Index], model.Stages, model.Graph);
    }

    private static DockerfileModel For(SourceText text, DockerfileSyntax syntax, StageNames names, BuildInputs inputs) =>
        new(text, syntax, names, inputs, new StageReader(syntax, text.Length, names, inputs).Read());

    private ReferenceResolver Resolver => new(Stages, _names, _inputs.Contexts, Syntax.Escape);

    private Stage? StageAt(int? index) => index is { } at ? Stages[at] : null;

    /// <summary>The last index for which something holds that holds for all before it too; −1 when for none.</summary>
    private static int LastIndexWhere(int count, Func<int, bool> holds)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (holds(middle))
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }
}
