using Dockstage.Core.Text;

namespace Dockstage.Core.Formats;

/// <summary>A node of a YAML document, with its place. YAML 1.2.2, 3.2.1: mapping, sequence or scalar; an alias is kept as one.</summary>
public abstract class YamlNode
{
    /// <summary>
    /// Where the content stands, in UTF-16 units: without anchor and tag, for a scalar without its quotes or block indicator. Empty
    /// for a value of which nothing is written.
    /// </summary>
    public TextSpan Span { get; internal set; }

    /// <summary>The tag as written (<c>!reset</c>), or null.</summary>
    public string? Tag { get; internal set; }

    /// <summary>The name of its anchor (<c>&amp;name</c>), or null.</summary>
    public string? Anchor { get; internal set; }

    /// <summary>
    /// The node itself; for an alias the node that it stands for, or null when there is none. Aliases are references, never copies,
    /// so whoever walks down through them must expect cycles.
    /// </summary>
    public virtual YamlNode? Resolved => this;
}
