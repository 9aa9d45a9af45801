namespace Dockstage.Core.Text;

/// <summary>A place as editors count it. LSP: Position.</summary>
/// <param name="Line">Line, from 0. Lines end at LF, CR LF or a lone CR (LSP 3.17, Text Documents).</param>
/// <param name="Character">Units from the start of the line, from 0; which units is said by a <see cref="PositionEncoding"/>.</param>
public readonly record struct LinePosition(int Line, int Character);
