using System.Collections.Immutable;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>The stages of a Dockerfile with their instructions. LSP: <c>textDocument/documentSymbol</c>.</summary>
public static class Outline
{
    /// <summary>What stands above the first FROM, then the stages; for another document, the same of each Dockerfile that is written inside it.</summary>
    public static ImmutableArray<OutlineItem> Of(WorkspaceSnapshot snapshot, DocumentPath path, Language language) =>
        snapshot.StagesIn(path) is { } model
            ? Of(model, language)
            : [.. snapshot.EmbeddedIn(path).Select(document => Inside(snapshot, document, language))];

    /// <summary>Under the names of the builds that use it.</summary>
    private static OutlineItem Inside(WorkspaceSnapshot snapshot, EmbeddedDocument document, Language language)
    {
        var text = document.Said.Text;
        var names = snapshot.BuildTargetsOf(document.Path).Select(target => target.Name).OfType<string>().Where(name => name.Length > 0).Distinct().ToList();
        var span = text.ToHost(new TextSpan(0, text.Text.Length));
        return new OutlineItem
        {
            Name = names.Count == 0 ? "Dockerfile" : string.Join(", ", names),
            Detail = "Dockerfile",
            Kind = OutlineKind.Dockerfile,
            Span = span,
            Selection = TextSpan.At(span.Start),
            Children = [.. Of(document.Entry.Dockerfile!, language).Select(InHost)],
        };

        OutlineItem InHost(OutlineItem item) => item with
        {
            Span = text.ToHost(item.Span),
            Selection = text.ToHost(item.Selection),
            Children = [.. item.Children.Select(InHost)],
        };
    }

    private static ImmutableArray<OutlineItem> Of(DockerfileModel model, Language language)
    {
        var outline = ImmutableArray.CreateBuilder<OutlineItem>();
        var inStage = ImmutableArray.CreateBuilder<OutlineItem>();
        var stage = -1;
        for (var i = 0; i < model.Syntax.Items.Length; i++)
        {
            if (model.Syntax.Items[i] is not Instruction instruction)
                continue;
            if (instruction.Keyword == InstructionKeyword.From)
            {
                EndStage();
                stage++;
            }
            else
            {
                (stage < 0 ? outline : inStage).Add(OfInstruction(model.Syntax, i, instruction));
            }
        }

        EndStage();
        return outline.ToImmutable();

        void EndStage()
        {
            if (stage >= 0)
                outline.Add(OfStage(model.Stages[stage], inStage.ToImmutable(), language));
            inStage.Clear();
        }
    }

    /// <summary>It ends with its last instruction: comments and blank lines below it speak of the next stage.</summary>
    private static OutlineItem OfStage(Stage stage, ImmutableArray<OutlineItem> instructions, Language language) => new()
    {
        Name = stage.Name ?? MessageTable.UnnamedStage.In(language, stage.Label),
        Detail = StageDescription.BaseOf(stage, language),
        Kind = OutlineKind.Stage,
        Span = instructions.IsEmpty ? stage.FromSpan : TextSpan.Between(stage.FromSpan.Start, instructions[^1].Span.End),
        Selection = stage.NameSpan ?? (stage.BaseSpan.IsEmpty ? stage.FromSpan : stage.BaseSpan),
        Children = instructions,
    };

    private static OutlineItem OfInstruction(DockerfileSyntax syntax, int index, Instruction instruction)
    {
        var start = syntax.StartOf(index);
        var line = instruction.Line.Text;
        var arguments = string.Join(' ', line[Math.Min(instruction.KeywordSpan.Length, line.Length)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new OutlineItem
        {
            Name = instruction.Text[instruction.KeywordSpan.Start..instruction.KeywordSpan.End],
            Detail = Cut(arguments),
            Kind = instruction.Keyword is InstructionKeyword.Arg or InstructionKeyword.Env ? OutlineKind.Variable : OutlineKind.Instruction,
            Span = InstructionPlace.Of(syntax, index),
            Selection = instruction.KeywordSpan.Shift(start),
            Children = [],
        };
    }

    /// <summary>At most <see cref="Limits.OutlineDetail"/> units; a character of two units is not cut in half.</summary>
    private static string Cut(string text)
    {
        if (text.Length <= Limits.OutlineDetail)
            return text;
        var end = Limits.OutlineDetail;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
