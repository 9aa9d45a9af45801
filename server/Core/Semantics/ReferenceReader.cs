using System.Collections.Immutable;
using System.Diagnostics;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Semantics;

/// <summary>Reads the places of a file that name, or may name, a stage.</summary>
/// <param name="stages">The stages of the file.</param>
/// <param name="resolver">Finds out what they stand for.</param>
internal sealed class ReferenceReader(ImmutableArray<Stage> stages, ReferenceResolver resolver)
{
    private readonly ImmutableArray<StageReference>.Builder _references = ImmutableArray.CreateBuilder<StageReference>();

    /// <summary>The references in file order. What stands above the first FROM belongs to no stage and is left out.</summary>
    public ImmutableArray<StageReference> Read(DockerfileSyntax syntax)
    {
        for (var stage = 0; stage < stages.Length; stage++)
        {
            var end = stage + 1 < stages.Length ? syntax.Froms[stage + 1] : syntax.Items.Length;
            for (var place = syntax.Froms[stage]; place < end; place++)
                Add(syntax, place, stage);
        }

        return _references.DrainToImmutable();
    }

    /// <summary>The references in one piece of the file, in order.</summary>
    public ImmutableArray<StageReference> ReadOne(DockerfileSyntax syntax, int place)
    {
        var stage = syntax.Froms.BinarySearch(place);
        if (stage < 0)
            stage = ~stage - 1;
        if (stage >= 0)
            Add(syntax, place, stage);
        return _references.DrainToImmutable();
    }

    private void Add(DockerfileSyntax syntax, int place, int stage)
    {
        if (syntax.Items[place] is not Instruction instruction)
            return;
        if (instruction.Keyword == InstructionKeyword.From)
            AddBase(instruction.Parts.From!, syntax.StartOf(place), stages[stage]);
        else if (MayRefer(instruction))
            AddFlags(instruction.Parts, syntax.StartOf(place), stage);
    }

    /// <summary>Spares the grammar for the many instructions without flags.</summary>
    private static bool MayRefer(Instruction instruction) => instruction.Keyword switch
    {
        InstructionKeyword.Copy or InstructionKeyword.Run => instruction.MayHaveFlags,
        InstructionKeyword.Onbuild => true,
        _ => false,
    };

    private void AddBase(FromClause from, int offset, Stage stage)
    {
        if (from.BaseReach is not { } reach)
            return;
        var name = WithoutQuotes(from.Base);
        _references.Add(new StageReference
        {
            Kind = StageReferenceKind.From,
            Span = name.Span.Shift(offset),
            Reach = reach.Shift(offset),
            Text = name.Text,
            StageIndex = stage.Index,
            Meaning = MeaningOf(stage),
        });
    }

    /// <summary>BuildKit removes quotes from the base; a name may stand between them.</summary>
    private static PlacedText WithoutQuotes(PlacedText word)
    {
        var text = word.Text;
        var isQuoted = text.Length >= 2 && text[0] is '"' or '\'' && text.IndexOf(text[0], 1) == text.Length - 1;
        return isQuoted ? word.Slice(1, text.Length - 2) : word;
    }

    private void AddFlags(InstructionParts parts, int offset, int stage)
    {
        var isTrigger = parts.Keyword == InstructionKeyword.Onbuild;
        var running = isTrigger ? parts.Trigger : parts;
        if (running is null)
            return;
        foreach (var flag in running.Flags)
        {
            switch (running.Keyword, flag.Name.Text)
            {
                case (InstructionKeyword.Copy, "from") when flag.Value is not null:
                    Add(StageReferenceKind.CopyFrom, flag.Value);
                    break;
                case (InstructionKeyword.Run, "mount"):
                    foreach (var option in flag.Options)
                    {
                        if (option.Value is not null && HasKey(option, "from"))
                            Add(StageReferenceKind.MountFrom, option.Value, flag);
                    }

                    break;
            }
        }

        void Add(StageReferenceKind kind, PlacedText name, Flag? mount = null)
        {
            var mountType = mount is null ? null : ValueOf(mount, "type")?.ToLowerInvariant();
            _references.Add(new StageReference
            {
                Kind = kind,
                Span = name.Span.Shift(offset),
                Reach = name.Span.Shift(offset),
                Text = name.Text,
                StageIndex = stage,
                IsTrigger = isTrigger,
                MountType = mountType,
                MountTarget = mount is null ? "" : ValueOf(mount, "target", "dst", "destination") ?? "",

                // BuildKit resolves a trigger only in the stages that are built on this one.
                Meaning = isTrigger ? new ReferenceMeaning.InChildren() : resolver.Resolve(kind, name.Text, mountType),
            });
        }
    }

    private static ReferenceMeaning MeaningOf(Stage stage) => stage.Base switch
    {
        StageBase.OnStage(var other) => new ReferenceMeaning.OfStage(other),
        StageBase.OnImage(var image) => ImageReference.Read(image, out var error) is null
            ? new ReferenceMeaning.OfNothing(ReferenceProblem.Image(image, error!))
            : new ReferenceMeaning.OfImage(image),
        StageBase.OnContext(var name) => new ReferenceMeaning.OfContext(name),
        StageBase.OnScratch => new ReferenceMeaning.OfScratch(),
        StageBase.Unresolved(var problem) => new ReferenceMeaning.OfNothing(problem),
        _ => throw new UnreachableException(),
    };

    private static bool HasKey(FlagOption option, string key) => option.Key.Text.Equals(key, StringComparison.OrdinalIgnoreCase);

    /// <summary>BuildKit: of an option that is given twice, the last one counts.</summary>
    private static string? ValueOf(Flag mount, params ReadOnlySpan<string> keys)
    {
        string? value = null;
        foreach (var option in mount.Options)
        {
            foreach (var key in keys)
            {
                if (HasKey(option, key))
                    value = option.Value?.Text;
            }
        }

        return value;
    }
}
