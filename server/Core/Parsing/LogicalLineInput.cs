using Dockstage.Core.Syntax;
using Sprache;

namespace Dockstage.Core.Parsing;

/// <summary>
/// Lets Sprache's grammars read a <see cref="PlacedText"/>: they see one line without continuations, comment lines and blank lines
/// between, while <see cref="Position"/> is the place where the current unit is really written.
/// </summary>
/// <param name="line">The text to read.</param>
/// <param name="index">Index of the current unit.</param>
internal sealed class LogicalLineInput(PlacedText line, int index = 0) : IInput
{
    private Dictionary<object, object>? _memos;

    /// <summary>The text being read.</summary>
    public PlacedText PlacedText => line;

    /// <summary>Index of the current unit in it.</summary>
    public int Index => index;

    /// <summary>The units from the current one on.</summary>
    public ReadOnlySpan<char> Rest => line.Text.AsSpan(index);

    /// <inheritdoc/>
    public string Source => line.Text;

    /// <inheritdoc/>
    public char Current => line.Text[index];

    /// <inheritdoc/>
    public bool AtEnd => index == line.Text.Length;

    /// <summary>Offset from the instruction's start.</summary>
    public int Position => line.OffsetAt(index);

    /// <summary>Always 1: to a grammar there is one line only.</summary>
    public int Line => 1;

    /// <summary>Place in that line, from 1.</summary>
    public int Column => index + 1;

    /// <inheritdoc/>
    public IDictionary<object, object> Memos => _memos ??= [];

    /// <inheritdoc/>
    public IInput Advance() => By(1);

    /// <summary>The same text, a number of units further on.</summary>
    public LogicalLineInput By(int units) => units == 0 ? this : new(line, index + units);

    /// <inheritdoc/>
    public bool Equals(IInput? other) =>
        other is LogicalLineInput input && input.Index == index && ReferenceEquals(input.PlacedText, line);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IInput);

    /// <inheritdoc/>
    public override int GetHashCode() => index;
}
