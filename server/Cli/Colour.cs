namespace Dockstage.Cli;

/// <summary>What stands out on a terminal: ECMA-48, SGR.</summary>
internal enum Colour
{
    /// <summary>As the terminal writes it.</summary>
    None = 0,

    /// <summary>Bold.</summary>
    Bold = 1,

    /// <summary>Faint.</summary>
    Faint = 2,

    /// <summary>Red.</summary>
    Red = 31,

    /// <summary>Green.</summary>
    Green = 32,

    /// <summary>Yellow.</summary>
    Yellow = 33,

    /// <summary>Blue.</summary>
    Blue = 34,

    /// <summary>Cyan.</summary>
    Cyan = 36,
}

/// <summary>Puts a colour on words.</summary>
internal static class Colouring
{
    /// <summary>The words in a colour, or as they are where nobody wants colours.</summary>
    public static string On(this Colour colour, string text, bool isColoured) =>
        isColoured && colour != Colour.None && text.Length > 0 ? $"\e[{(int)colour}m{text}\e[0m" : text;
}
