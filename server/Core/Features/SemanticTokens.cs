using System.Collections.Immutable;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>
/// What the names of a Dockerfile mean, for colours that no grammar could give: whether a base is a stage or an image is known only from
/// the rest of the file. LSP: <c>textDocument/semanticTokens/full</c>.
/// </summary>
public static class SemanticTokens
{
    /// <summary>
    /// Stages, images, ARG variables and heredocs, in file order and without overlaps. A name over a line continuation is left out, because LSP's
    /// tokens end with their line.
    /// </summary>
    public static ImmutableArray<SemanticToken> Of(WorkspaceSnapshot snapshot, DocumentPath path) =>
        snapshot.StagesIn(path) is { } model ? Of(model) : [.. snapshot.EmbeddedIn(path).SelectMany(document => Inside(snapshot, document))];

    /// <summary>What is written over several lines of the host, or not written there at all, has no colour.</summary>
    private static IEnumerable<SemanticToken> Inside(WorkspaceSnapshot snapshot, EmbeddedDocument document)
    {
        var (host, text) = (snapshot.Find(document.Said.File).Document!.Text, document.Said.Text);
        return from token in Of(document.Entry.Dockerfile!)
               where !text.IsComputed(token.Span)
               let span = text.ToHost(token.Span)
               where !host.Slice(span).ContainsAny('\r', '\n')
               select token with { Span = span };
    }

    private static ImmutableArray<SemanticToken> Of(DockerfileModel model)
    {
        var tokens = ImmutableArray.CreateBuilder<SemanticToken>();
        var end = 0;
        foreach (var token in OfStages(model).Concat(OfReferences(model)).Concat(OfVariables(model)).Concat(OfHeredocs(model)).OrderBy(token => token.Span.Start))
        {
            if (token.Span.IsEmpty || token.Span.Start < end || model.Text.Slice(token.Span).ContainsAny('\r', '\n'))
                continue;
            tokens.Add(token);
            end = token.Span.End;
        }

        return tokens.ToImmutable();
    }

    private static IEnumerable<SemanticToken> OfStages(DockerfileModel model) =>
        from stage in model.Stages
        where stage.Name is not null
        select new SemanticToken(stage.NameSpan!.Value, SemanticTokenType.Stage, IsDeclaration: true);

    /// <summary>Half-written and wrong references, and those under ONBUILD, whose meaning only another stage decides, have no colour.</summary>
    private static IEnumerable<SemanticToken> OfReferences(DockerfileModel model) =>
        from reference in model.References
        where !reference.Text.Contains('$') && (reference.Stage is not null || IsImage(model, reference))
        select new SemanticToken(reference.Span, reference.Stage is null ? SemanticTokenType.Image : SemanticTokenType.Stage);

    /// <summary>The base of a FROM that is no stage shows as an image even where its letter case makes it none.</summary>
    private static bool IsImage(DockerfileModel model, StageReference reference) =>
        reference.Meaning is ReferenceMeaning.OfImage
        || (reference.Kind == StageReferenceKind.From && model.Stages[reference.StageIndex].Base is StageBase.OnImage);

    /// <summary>
    /// ARG names, where they are declared and where they are used: in every FROM, and inside a stage behind an ARG of this stage or of one
    /// that it is built on.
    /// </summary>
    private static IEnumerable<SemanticToken> OfVariables(DockerfileModel model)
    {
        var declared = new HashSet<string>?[model.Stages.Length];
        var stage = -1;
        for (var i = 0; i < model.Syntax.Items.Length; i++)
        {
            if (model.Syntax.Items[i] is not Instruction instruction)
                continue;
            var start = model.Syntax.StartOf(i);
            if (instruction.Keyword == InstructionKeyword.From)
            {
                stage++;
                var below = (model.Stages[stage].Base as StageBase.OnStage)?.Stage.Index;
                declared[stage] = below is { } index ? [.. declared[index]!] : [];
            }

            var known = stage < 0 || instruction.Keyword == InstructionKeyword.From ? null : declared[stage];
            if (known is not { Count: 0 } || instruction.Keyword == InstructionKeyword.Arg)
            {
                foreach (var name in VariableUses.In(instruction.Line, instruction.Escape))
                {
                    if (known is null || known.Contains(name.Text))
                        yield return new SemanticToken(name.Span.Shift(start), SemanticTokenType.Variable);
                }
            }

            if (instruction.Keyword != InstructionKeyword.Arg)
                continue;
            foreach (var word in instruction.Parts.Words)
            {
                var equals = word.Text.IndexOf('=', StringComparison.Ordinal);
                var name = word.Slice(0, equals < 0 ? word.Text.Length : equals);
                if (stage >= 0)
                    declared[stage]!.Add(name.Text);
                yield return new SemanticToken(name.Span.Shift(start), SemanticTokenType.Variable, IsDeclaration: true);
            }
        }
    }

    /// <summary>
    /// The delimiters of heredocs, and line by line what they write into files (COPY, ADD): for a grammar that knows no heredocs it is
    /// instructions. The scripts of RUN keep the colours of their own grammar. One that is not closed is none.
    /// </summary>
    private static IEnumerable<SemanticToken> OfHeredocs(DockerfileModel model)
    {
        for (var i = 0; i < model.Syntax.Items.Length; i++)
        {
            if (model.Syntax.Items[i] is not Instruction { Heredocs.IsEmpty: false } instruction)
                continue;
            var keyword = (instruction.Keyword == InstructionKeyword.Onbuild ? instruction.Parts.Trigger?.Keyword : null) ?? instruction.Keyword;
            foreach (var heredoc in instruction.Heredocs)
            {
                if (heredoc is not { BodySpan: { } body, CloserSpan: { } closer })
                    continue;
                var sign = heredoc.StripsTabs ? "<<-".Length : "<<".Length;
                yield return Token(TextSpan.Between(heredoc.OpenerSpan.Start + sign, heredoc.OpenerSpan.End), SemanticTokenType.HeredocDelimiter);
                foreach (var line in keyword is InstructionKeyword.Copy or InstructionKeyword.Add ? LinesOf(instruction.Text, body) : [])
                    yield return Token(line, SemanticTokenType.HeredocText);
                foreach (var line in LinesOf(instruction.Text, closer))
                    yield return Token(line, SemanticTokenType.HeredocDelimiter);
            }

            SemanticToken Token(TextSpan span, SemanticTokenType type) => new(span.Shift(model.Syntax.StartOf(i)), type);
        }
    }

    /// <summary>The lines of a span that hold anything, without the blanks around them.</summary>
    private static IEnumerable<TextSpan> LinesOf(string text, TextSpan span)
    {
        for (var start = span.Start; start < span.End;)
        {
            var next = text.IndexOf('\n', start, span.End - start);
            var end = next < 0 ? span.End : next;
            var line = text.AsSpan(start, end - start);
            var blanks = line.Length - line.TrimStart().Length;
            if (line.Trim().Length is > 0 and var length)
                yield return new TextSpan(start + blanks, length);
            start = end + 1;
        }
    }
}
