using Dockstage.Core.Text;

namespace Dockstage.Core.Semantics;

/// <summary>What one <c>FROM</c> begins. Offsets are UTF-16 units of the Dockerfile's text.</summary>
public sealed record Stage
{
    /// <summary>Place among all stages of the file, from 0. BuildKit: every FROM counts, named or not.</summary>
    public required int Index { get; init; }

    /// <summary>The name in lower case, as BuildKit compares it, or null for a stage without (or with no valid) name.</summary>
    public required string? Name { get; init; }

    /// <summary>Where the name is written; null when there is none.</summary>
    public required TextSpan? NameSpan { get; init; }

    /// <summary>The base as written (<c>golang:$VERSION</c>), quotes kept; empty for a half-written FROM.</summary>
    public required string BaseText { get; init; }

    /// <summary>Where the base is written; empty at the place where it would stand.</summary>
    public required TextSpan BaseSpan { get; init; }

    /// <summary>What the base is.</summary>
    public required StageBase Base { get; init; }

    /// <summary>The FROM instruction, first letter to last, without the line end.</summary>
    public required TextSpan FromSpan { get; init; }

    /// <summary>The whole stage: from its FROM to just before the next one (or the end of the file).</summary>
    public required TextSpan Span { get; init; }

    /// <summary>
    /// The description from its doc comment, or null. BuildKit: a comment attached to the FROM that starts with the lower-cased stage
    /// name and a blank.
    /// </summary>
    public required string? Description { get; init; }

    /// <summary>
    /// The named context that takes the place of the whole stage, as the build writes its name, or null. BuildKit: the FROM and the
    /// instructions of such a stage are not run.
    /// </summary>
    public string? ReplacedBy { get; init; }

    /// <summary>What BuildKit calls it in its messages. For a stage without a name that is no name: nobody can refer to it so.</summary>
    public string LogName => Name ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"stage-{Index}");

    /// <summary>How people refer to it: its name, else its index.</summary>
    public string Label => Name ?? Index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
