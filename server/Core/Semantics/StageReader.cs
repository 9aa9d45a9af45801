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
    /// <param name="names">The names of its stages.</param>
    /// <param name="target">Name of the stage that is built, or null for one without.</param>
    public static ImmutableArray<Stage> Read(DockerfileSyntax syntax, int length, StageNames names, string? target)
    {
        var places = PlacesOfFrom(syntax);
        if (places.IsEmpty)
            return [];
        var scope = ArgScope.Global(syntax, target);
        var stages = ImmutableArray.CreateBuilder<Stage>(places.Length);
        for (var index = 0; index < places.Length; index++)
        {
            var end = index + 1 < places.Length ? StartOf(syntax, places[index + 1]) : length;
            stages.Add(Read(syntax, places[index], index, end, BaseOf));
        }

        return stages.MoveToImmutable();

        // BuildKit: the nearest stage above with exactly this name; only then the reserved word and images.
        StageBase BaseOf(string written, int index)
        {
            var name = scope.Expand(written);
            if (string.IsNullOrWhiteSpace(name))
                return new StageBase.Unresolved();
            if (names.NearestAbove(name, index) is { } above)
                return new StageBase.OnStage(stages[above]);
            return name == "scratch" ? new StageBase.OnScratch() : new StageBase.OnImage(name);
        }
    }

    /// <summary>The names of the stages in file order.</summary>
    public static StageNames ReadNames(DockerfileSyntax syntax) =>
        new([.. PlacesOfFrom(syntax).Select(place => NameOf(FromAt(syntax, place).Parts.From!))]);

    /// <summary>The places of the FROM instructions among the pieces of a file.</summary>
    private static ImmutableArray<int> PlacesOfFrom(DockerfileSyntax syntax) =>
        [.. Enumerable.Range(0, syntax.Items.Length).Where(i => syntax.Items[i] is Instruction { Keyword: InstructionKeyword.From })];

    private static Instruction FromAt(DockerfileSyntax syntax, int place) => (Instruction)syntax.Items[place];

    private static int StartOf(DockerfileSyntax syntax, int place) => syntax.StartOf(place) + FromAt(syntax, place).LineSpan.Start;

    private static string? NameOf(FromClause from) => from.Name is null ? null : StageName.Normalize(from.Name.Text);

    private static Stage Read(DockerfileSyntax syntax, int place, int index, int end, Func<string, int, StageBase> baseOf)
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
            Base = baseOf(from.Base.Text, index),
            FromSpan = TextSpan.Between(start, offset + lineEnd),
            Span = TextSpan.Between(start, end),
            Description = name is null ? null : DescriptionOf(syntax, place, name),
        };
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
