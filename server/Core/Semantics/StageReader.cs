using System.Collections.Immutable;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Semantics;

/// <summary>Reads the stages of a file and what each is built on.</summary>
internal static class StageReader
{
    /// <summary>The stages in file order. Every FROM begins one, even a half-written one.</summary>
    /// <param name="syntax">The file.</param>
    /// <param name="length">Its length.</param>
    public static ImmutableArray<Stage> Read(DockerfileSyntax syntax, int length)
    {
        var places = PlacesOfFrom(syntax);
        if (places.IsEmpty)
            return [];
        var scope = ArgScope.Global(syntax, NameOf(FromAt(syntax, places[^1]).Parts.From!));
        var above = new Dictionary<string, Stage>(StringComparer.Ordinal);
        var stages = ImmutableArray.CreateBuilder<Stage>(places.Length);
        for (var index = 0; index < places.Length; index++)
        {
            var end = index + 1 < places.Length ? StartOf(syntax, places[index + 1]) : length;
            var stage = Read(syntax, places[index], index, end, scope, above);
            stages.Add(stage);
            if (stage.Name is not null)
                above[stage.Name] = stage;
        }

        return stages.MoveToImmutable();
    }

    /// <summary>The places of the FROM instructions among the pieces of a file.</summary>
    private static ImmutableArray<int> PlacesOfFrom(DockerfileSyntax syntax) =>
        [.. Enumerable.Range(0, syntax.Items.Length).Where(i => syntax.Items[i] is Instruction { Keyword: InstructionKeyword.From })];

    private static Instruction FromAt(DockerfileSyntax syntax, int place) => (Instruction)syntax.Items[place];

    private static int StartOf(DockerfileSyntax syntax, int place) => syntax.StartOf(place) + FromAt(syntax, place).LineSpan.Start;

    private static string? NameOf(FromClause from) => from.Name is null ? null : StageName.Normalize(from.Name.Text);

    private static Stage Read(
        DockerfileSyntax syntax, int place, int index, int end, ArgScope scope, IReadOnlyDictionary<string, Stage> above)
    {
        var instruction = FromAt(syntax, place);
        var from = instruction.Parts.From!;
        var offset = syntax.StartOf(place);
        var name = NameOf(from);
        var start = StartOf(syntax, place);
        var lineEnd = instruction.Text.AsSpan(0, instruction.LineSpan.End).TrimEnd().Length;
        return new Stage
        {
            Index = index,
            Name = name,
            NameSpan = from.Name?.Span.Shift(offset),
            BaseText = from.Base.Text,
            BaseSpan = from.Base.Span.Shift(offset),
            Base = BaseOf(scope.Expand(from.Base.Text), above),
            FromSpan = TextSpan.Between(start, offset + lineEnd),
            Span = TextSpan.Between(start, end),
            Description = name is null ? null : DescriptionOf(syntax, place, name),
        };
    }

    /// <summary>BuildKit: the nearest stage above with exactly this name; only then the reserved word and images.</summary>
    private static StageBase BaseOf(string? name, IReadOnlyDictionary<string, Stage> above)
    {
        if (string.IsNullOrWhiteSpace(name))
            return new StageBase.Unresolved();
        if (above.TryGetValue(name, out var stage))
            return new StageBase.OnStage(stage);
        return name == "scratch" ? new StageBase.OnScratch() : new StageBase.OnImage(name);
    }

    /// <summary>
    /// BuildKit: among the comments above the instruction, the first that starts with the name and a blank. A comment without text cuts
    /// off those above it; blank lines do not, whatever its documentation says.
    /// </summary>
    private static string? DescriptionOf(DockerfileSyntax syntax, int place, string name)
    {
        string? description = null;
        for (var i = place - 1; i >= 0 && syntax.Items[i] is not Instruction && syntax.Items[i] is not Comment { Content: "" }; i--)
        {
            if (syntax.Items[i] is Comment comment && comment.Content.StartsWith(name + " ", StringComparison.Ordinal))
                description = comment.Content[(name.Length + 1)..];
        }

        return description;
    }
}
