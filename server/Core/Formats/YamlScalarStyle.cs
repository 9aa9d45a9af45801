namespace Dockstage.Core.Formats;

/// <summary>How a scalar is written. YAML 1.2.2, 7.3 and 8.1.</summary>
public enum YamlScalarStyle
{
    /// <summary>Without quotes; also a value of which nothing is written.</summary>
    Plain,

    /// <summary><c>'text'</c>.</summary>
    SingleQuoted,

    /// <summary><c>"text"</c>, with escapes.</summary>
    DoubleQuoted,

    /// <summary><c>|</c>: line by line.</summary>
    Literal,

    /// <summary><c>&gt;</c>: lines joined.</summary>
    Folded,
}
