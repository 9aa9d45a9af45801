namespace Dockstage.Core.Text;

/// <summary>The unit in which <see cref="LinePosition.Character"/> is counted. LSP: PositionEncodingKind, agreed in <c>initialize</c>.</summary>
public enum PositionEncoding
{
    /// <summary>UTF-16 code units: the default, which every client must know.</summary>
    Utf16,

    /// <summary>UTF-8 bytes.</summary>
    Utf8,
}
