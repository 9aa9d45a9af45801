using Dockstage.Core.Text;

namespace Dockstage.Core.Formats;

/// <summary>Reads a slice of a text without copying it, between blanks in front and a few units behind that are not in the text.</summary>
internal sealed class SliceReader(string text, TextSpan slice, int indent, string closing) : TextReader
{
    private int _at;

    /// <inheritdoc/>
    public override int Peek() => UnitAt(_at);

    /// <inheritdoc/>
    public override int Read()
    {
        var unit = UnitAt(_at);
        if (unit >= 0)
            _at++;
        return unit;
    }

    private int UnitAt(int at)
    {
        if (at < indent)
            return ' ';
        at -= indent;
        if (at < slice.Length)
            return text[slice.Start + at];
        at -= slice.Length;
        return at < closing.Length ? closing[at] : -1;
    }
}
