using System.Collections.Immutable;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Semantics;

/// <summary>Reads the places of a file that name, or may name, a stage.</summary>
/// <param name="stages">The stages of the file.</param>
/// <param name="names">Their names.</param>
internal sealed class ReferenceReader(ImmutableArray<Stage> stages, StageNames names)
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
            Stage = (stage.Base as StageBase.OnStage)?.Stage,
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
                        if (option.Value is not null && option.Key.Text.Equals("from", StringComparison.OrdinalIgnoreCase))
                            Add(StageReferenceKind.MountFrom, option.Value);
                    }

                    break;
            }
        }

        void Add(StageReferenceKind kind, PlacedText name) => _references.Add(new StageReference
        {
            Kind = kind,
            Span = name.Span.Shift(offset),
            Reach = name.Span.Shift(offset),
            Text = name.Text,
            StageIndex = stage,
            IsTrigger = isTrigger,

            // BuildKit resolves a trigger only in the stages that are built on this one.
            Stage = !isTrigger && names.Resolve(kind, name.Text) is { } index ? stages[index] : null,
        });
    }
}
