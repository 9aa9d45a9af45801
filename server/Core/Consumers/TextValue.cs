using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers;

/// <summary>
/// A value as it stands in a file: where it is and what it says. A value that is present but empty (<c>target: </c>) has an empty
/// span at the place where its text would begin, so that completion has a place to stand.
/// </summary>
public sealed record TextValue
{
    /// <summary>Where the text stands, without quotes, in UTF-16 units.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>
    /// Where a cursor counts as standing at this value: the span and the blanks around it on its line. Contains <see cref="Span"/>.
    /// </summary>
    public required TextSpan Reach { get; init; }

    /// <summary>What it says, with the file's own escapes undone.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it is computed (<c>${STAGE:-prod}</c>): the text cannot be compared with a name, nothing is reported about it.</summary>
    public bool IsDynamic { get; init; }

    /// <summary>For a computed value: the literal texts that it can be known to take (<c>prod</c>); may be empty.</summary>
    public ImmutableArray<TextValue> Candidates { get; init; } = [];
}
