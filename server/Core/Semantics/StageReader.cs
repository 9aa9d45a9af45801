using System.Collections.Immutable;
using Dockstage.Core.Parsing;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Semantics;

/// <summary>Reads the stages of a file and what each is built on.</summary>
/// <param name="syntax">The file.</param>
/// <param name="length">Its length.</param>
/// <param name="names">The names of its stages.</param>
/// <param name="inputs">What the build adds to the file.</param>
internal sealed class StageReader(DockerfileSyntax syntax, int length, StageNames names, BuildInputs inputs)
{
    private readonly ArgScope _scope = ArgScope.Global(syntax, names.OfLastStage, inputs);
    private readonly Stage[] _stages = new Stage[syntax.Froms.Length];

    /// <summary>The names of a file's stages in file order.</summary>
    public static StageNames ReadNames(DockerfileSyntax syntax) => new([.. syntax.Froms.Select(place => NameAt(syntax, place))]);

    /// <summary>The names after an edit: the same object when the edit has touched none.</summary>
    public static StageNames ReadNames(DockerfileSyntax syntax, SharedItems shared, StageNames previous)
    {
        var below = syntax.Items.Length - shared.Below;
        var isSame = syntax.Froms.Length == previous.Count;
        for (var i = FirstFromAt(syntax, shared.Above); isSame && i < syntax.Froms.Length && syntax.Froms[i] < below; i++)
            isSame = NameAt(syntax, syntax.Froms[i]) == previous[i];
        return isSame ? previous : ReadNames(syntax);
    }

    /// <summary>The stages in file order. Every FROM begins one, even a half-written one.</summary>
    public ImmutableArray<Stage> Read()
    {
        for (var index = 0; index < _stages.Length; index++)
            _stages[index] = Read(index);
        return [.. _stages];
    }

    /// <summary>
    /// The stages after an edit that has touched no stage's name. Those that end above the edit are the same objects; those whose FROM the
    /// edit has not touched are only put in their new places.
    /// </summary>
    public ImmutableArray<Stage> Read(DockerfileModel previous, SharedItems shared)
    {
        // An edit above the first FROM may change what every base means.
        if (_stages.Length == 0 || syntax.Froms[0] >= shared.Above)
            return Read();
        var below = FirstFromAt(syntax, syntax.Items.Length - shared.Below);
        var above = FirstFromAt(syntax, shared.Above);
        var same = Math.Max(0, above - 1);
        previous.Stages.CopyTo(0, _stages, 0, same);
        for (var index = same; index < _stages.Length; index++)
        {
            _stages[index] = index < above || index >= below
                ? Move(previous.Stages[index], keepsDescription: index != below)
                : Read(index);
        }

        return [.. _stages];
    }

    /// <summary>Which stage is the first to begin at a place or below; the number of stages when none does.</summary>
    private static int FirstFromAt(DockerfileSyntax syntax, int place)
    {
        var index = syntax.Froms.BinarySearch(place);
        return index >= 0 ? index : ~index;
    }

    private static string? NameAt(DockerfileSyntax syntax, int place) =>
        ((Instruction)syntax.Items[place]).Parts.From!.Name is { } name ? StageName.Normalize(name.Text) : null;

    private int StartOf(int index)
    {
        if (index == _stages.Length)
            return length;
        var place = syntax.Froms[index];
        return syntax.StartOf(place) + ((Instruction)syntax.Items[place]).LineSpan.Start;
    }

    private Stage Read(int index)
    {
        var place = syntax.Froms[index];
        var instruction = (Instruction)syntax.Items[place];
        var from = instruction.Parts.From!;
        var offset = syntax.StartOf(place);
        var start = StartOf(index);
        var lineEnd = instruction.Text.AsSpan(0, instruction.LineSpan.End).TrimEnd().Length;
        var platform = PlatformOf(instruction.Parts);
        var replacement = names[index] is { } own ? inputs.Contexts.FindForStage(own, platform) : null;
        return new Stage
        {
            Index = index,
            Name = names[index],
            NameSpan = from.Name?.Span.Shift(offset),
            BaseText = from.Base.Text,
            BaseSpan = from.Base.Span.Shift(offset),
            Base = replacement is null ? BaseOf(from.Base.Text, index, platform) : new StageBase.OnContext(replacement),
            ReplacedBy = replacement,
            FromSpan = TextSpan.Between(start, offset + lineEnd),
            Span = TextSpan.Between(start, StartOf(index + 1)),
            Description = DescriptionOf(place, names[index]),
        };
    }

    /// <summary>The same stage where it stands now.</summary>
    private Stage Move(Stage stage, bool keepsDescription)
    {
        var start = StartOf(stage.Index);
        var by = start - stage.Span.Start;
        return stage with
        {
            NameSpan = stage.NameSpan?.Shift(by),
            BaseSpan = stage.BaseSpan.Shift(by),
            Base = stage.Base is StageBase.OnStage(var other) && !ReferenceEquals(other, _stages[other.Index])
                ? new StageBase.OnStage(_stages[other.Index])
                : stage.Base,
            FromSpan = stage.FromSpan.Shift(by),
            Span = TextSpan.Between(start, StartOf(stage.Index + 1)),
            Description = keepsDescription ? stage.Description : DescriptionOf(syntax.Froms[stage.Index], stage.Name),
        };
    }

    /// <summary>
    /// BuildKit: the nearest stage above with exactly this name; only then the reserved word, named contexts and images.
    /// </summary>
    private StageBase BaseOf(string written, int index, string platform)
    {
        if (written.Length == 0)
            return new StageBase.Unresolved(ReferenceProblem.Missing);
        var expansion = _scope.Expand(written);
        if (expansion.Value is not { } name)
            return new StageBase.Unresolved(ReferenceProblem.Of(written, expansion.Error!));
        if (name.Length == 0)
            return new StageBase.Unresolved(ReferenceProblem.Blank(written));
        if (names.NearestAbove(name, index) is { } above)
            return new StageBase.OnStage(_stages[above]);
        if (name == "scratch")
            return new StageBase.OnScratch();
        return inputs.Contexts.Find(name, platform) is { } context ? new StageBase.OnContext(context) : new StageBase.OnImage(name);
    }

    /// <summary>The platform of a FROM; that of the build where it says none, or none that can be read. Only contexts ask for it.</summary>
    private string PlatformOf(InstructionParts from)
    {
        var written = inputs.Contexts.IsEmpty ? null : from.Flags.FirstOrDefault(flag => flag.Name.Text == "platform")?.Value?.Text;
        return written is not null && _scope.Expand(written).Value is { Length: > 0 } platform
            ? platform
            : _scope.ValueOf("TARGETPLATFORM") ?? AutomaticArgs.Platform;
    }

    /// <summary>
    /// BuildKit: among the comments above the instruction, the first that starts with the name and a blank. A comment without text cuts
    /// off those above it; blank lines do not, whatever its documentation says.
    /// </summary>
    private string? DescriptionOf(int place, string? name)
    {
        string? description = null;
        for (var i = place - 1; name is not null && i >= 0 && syntax.Items[i] is not Instruction and not Comment { Content: "" }; i--)
        {
            if (syntax.Items[i] is Comment comment && comment.Content.StartsWith(name + " ", StringComparison.Ordinal))
                description = comment.Content[(name.Length + 1)..];
        }

        return description;
    }
}
