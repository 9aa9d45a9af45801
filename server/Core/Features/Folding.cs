using System.Collections.Immutable;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>What can be folded in a Dockerfile, also in one that is written inside another file. LSP: <c>textDocument/foldingRange</c>.</summary>
public static class Folding
{
    /// <summary>
    /// Stages (without the comments below them, which speak of the next one), heredocs, runs of comments, and instructions over several
    /// lines; by their first lines. Editors fold one thing a line: of several that begin on one line, the longest stays.
    /// </summary>
    public static ImmutableArray<Fold> Of(WorkspaceSnapshot snapshot, DocumentPath path) =>
        snapshot.StagesIn(path) is { } model ? Of(model)
        : snapshot.EmbeddedIn(path) is { IsEmpty: false } embedded
            ? Longest(embedded.SelectMany(document => Inside(snapshot, document)).Concat(ByIndentation(snapshot.Find(path).Document!.Text)))
            : [];

    /// <summary>
    /// An editor that is told of folds folds nothing by itself any more, so a file that only holds a Dockerfile is folded as the editor would:
    /// each line with the deeper ones below it.
    /// </summary>
    private static IEnumerable<Fold> ByIndentation(SourceText text)
    {
        var open = new Stack<(int Indent, int Line)>();
        var last = 0;
        for (var line = 0; line < text.LineCount; line++)
        {
            var content = text.Slice(text.LineSpan(line));
            if (content.IsWhiteSpace())
                continue;
            var indent = content.Length - content.TrimStart().Length;
            while (open.TryPeek(out var above) && above.Indent >= indent)
                yield return new Fold(open.Pop().Line, last, FoldKind.Indentation);
            open.Push((indent, line));
            last = line;
        }

        while (open.TryPop(out var above))
            yield return new Fold(above.Line, last, FoldKind.Indentation);
    }

    private static IEnumerable<Fold> Inside(WorkspaceSnapshot snapshot, EmbeddedDocument document)
    {
        var host = snapshot.Find(document.Said.File).Document!.Text;
        return Of(document.Entry.Dockerfile!).Select(fold => fold with { StartLine = LineOf(fold.StartLine), EndLine = LineOf(fold.EndLine) });

        int LineOf(int line) => host.LineAt(document.Said.Text.ToHost(document.Document.Text.LineSpan(line)).Start);
    }

    private static ImmutableArray<Fold> Of(DockerfileModel model)
    {
        var (syntax, text) = (model.Syntax, model.Text);
        var folds = new List<Fold>();
        for (var i = 0; i < syntax.Items.Length; i++)
        {
            if (syntax.Items[i] is Comment && (i == 0 || syntax.Items[i - 1] is not Comment))
                folds.Add(OfComments(syntax, i, text));
            if (syntax.Items[i] is not Instruction instruction)
                continue;
            var place = InstructionPlace.Of(syntax, i);
            folds.Add(OfSpan(text, place, FoldKind.Instruction));
            folds.AddRange(instruction.Heredocs.Select(heredoc => OfHeredoc(text, syntax.StartOf(i), heredoc)).OfType<Fold>());
            if (instruction.Keyword == InstructionKeyword.From)
                folds.Add(OfSpan(text, TextSpan.Between(place.Start, EndOfStage(syntax, i)), FoldKind.Stage));
        }

        return Longest(folds);
    }

    private static ImmutableArray<Fold> Longest(IEnumerable<Fold> folds) =>
    [
        .. from fold in folds
           where fold.EndLine > fold.StartLine
           group fold by fold.StartLine into line
           orderby line.Key
           select line.MaxBy(fold => fold.EndLine),
    ];

    private static Fold OfSpan(SourceText text, TextSpan span, FoldKind kind) => new(text.LineAt(span.Start), text.LineAt(span.End), kind);

    private static Fold OfComments(DockerfileSyntax syntax, int first, SourceText text)
    {
        var last = first;
        while (last + 1 < syntax.Items.Length && syntax.Items[last + 1] is Comment)
            last++;
        return new Fold(text.LineAt(syntax.StartOf(first)), text.LineAt(syntax.StartOf(last)), FoldKind.Comments);
    }

    /// <summary>
    /// From the line of the opener, or from the body's first line where other heredocs of the instruction stand between, to the closing
    /// line. One that is not closed is none.
    /// </summary>
    private static Fold? OfHeredoc(SourceText text, int start, Heredoc heredoc)
    {
        if (heredoc is not { BodySpan: { } body, CloserSpan: { } closer })
            return null;
        var opener = text.LineAt(start + heredoc.OpenerSpan.Start);
        var firstLine = text.LineAt(start + body.Start);
        return new Fold(firstLine == opener + 1 ? opener : firstLine, text.LineAt(start + closer.Start), FoldKind.Heredoc);
    }

    private static int EndOfStage(DockerfileSyntax syntax, int from)
    {
        var last = from;
        for (var i = from + 1; i < syntax.Items.Length && syntax.Items[i] is not Instruction { Keyword: InstructionKeyword.From }; i++)
        {
            if (syntax.Items[i] is Instruction)
                last = i;
        }

        return InstructionPlace.Of(syntax, last).End;
    }
}
