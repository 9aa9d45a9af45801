using System.Collections.Immutable;
using System.Text;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Fixes;

/// <summary>A text under edits, each round of which speaks of what the round before it left, told in the end as edits of the first text.</summary>
/// <param name="original">The first text.</param>
internal sealed class EditedText(SourceText original)
{
    private List<Piece> _pieces = [new Piece(0, original.ToString())];

    /// <summary>What turns the first text into the present one, in the order of the places.</summary>
    public ImmutableArray<TextEdit> Edits
    {
        get
        {
            var edits = ImmutableArray.CreateBuilder<TextEdit>();
            var inserted = new StringBuilder();
            var at = 0;
            foreach (var piece in _pieces.Append(new Piece(original.Length, "")))
            {
                if (piece.Offset is not { } offset)
                {
                    inserted.Append(piece.Text);
                    continue;
                }

                if (offset > at || inserted.Length > 0)
                    edits.Add(new TextEdit(TextSpan.Between(at, offset), inserted.ToString()));
                inserted.Clear();
                at = offset + piece.Text.Length;
            }

            return edits.ToImmutable();
        }
    }

    /// <summary>Applies edits in the order of their places.</summary>
    public void Apply(IEnumerable<TextEdit> edits)
    {
        var after = new List<Piece>();
        var at = 0;
        foreach (var edit in edits)
        {
            after.AddRange(Between(at, edit.Span.Start));
            if (edit.NewText.Length > 0)
                after.Add(new Piece(null, edit.NewText));
            at = edit.Span.End;
        }

        after.AddRange(Between(at, int.MaxValue));
        _pieces = after;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Concat(_pieces.Select(piece => piece.Text));

    private IEnumerable<Piece> Between(int start, int end)
    {
        var at = 0;
        foreach (var piece in _pieces)
        {
            var from = Math.Max(start, at) - at;
            var to = Math.Min(end, at + piece.Text.Length) - at;
            if (from < to)
                yield return new Piece(piece.Offset + from, piece.Text[from..to]);
            at += piece.Text.Length;
        }
    }

    /// <summary>A part of the present text.</summary>
    /// <param name="Offset">Where it stands in the first text; null when it does not.</param>
    /// <param name="Text">What it says.</param>
    private sealed record Piece(int? Offset, string Text);
}
