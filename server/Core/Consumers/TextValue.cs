using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers;

/// <summary>
/// A value as it stands in a file: where it is and what it says. A value that is present but empty (<c>target: </c>) has an empty
/// span at the place where its text would begin, so that completion has a place to stand.
/// <para>
/// The place is the one true one: where an editor would change the value, whatever led there (an alias, a merge key, a file that is taken
/// over). How one comes there is told by <see cref="Origins"/>.
/// </para>
/// </summary>
public sealed record TextValue
{
    /// <summary>The document in which it stands.</summary>
    public required DocumentPath File { get; init; }

    /// <summary>Where the text stands, without quotes, in UTF-16 units.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>
    /// Where a cursor counts as standing at this value: the span and the blanks around it on its line. Contains <see cref="Span"/>.
    /// </summary>
    public required TextSpan Reach { get; init; }

    /// <summary>
    /// What must be written before a text at the very beginning of <see cref="Reach"/>, where nothing stands yet (YAML: a value begins only behind a blank);
    /// empty where nothing must.
    /// </summary>
    public string Lead { get; init; } = "";

    /// <summary>
    /// What it says, with the file's own escapes undone and its variables replaced as far as they are known: by a value in a file of
    /// variables, else by the default that stands with them. A variable of which nothing is known leaves nothing.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>
    /// Whether it depends on a variable of which nothing is known: then the text cannot be compared with a name, and nothing is reported.
    /// </summary>
    public bool IsDynamic { get; init; }

    /// <summary>Whether it holds variables, so that what it says does not stand at <see cref="Span"/>, but in a candidate or nowhere as a whole.</summary>
    public bool IsComputed { get; init; }

    /// <summary>
    /// For a computed value: the literal texts that it can be known to take, each where it stands (the <c>dev</c> of <c>${STAGE:-dev}</c>, the
    /// value in a file of variables), the one that counts first; may be empty.
    /// </summary>
    public ImmutableArray<TextValue> Candidates { get; init; } = [];

    /// <summary>How one comes to its place from the build that has it, the nearest step last; empty where it simply stands there.</summary>
    public ImmutableArray<ValueOrigin> Origins { get; init; } = [];

    /// <summary>Places that stand for the whole value: aliases (<c>target: *stage</c>).</summary>
    public ImmutableArray<FilePlace> Aliases { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public FilePlace Place => new(File, Span);

    /// <summary>The texts that name something where they stand: the value itself, or of a computed one its candidates.</summary>
    public ImmutableArray<TextValue> Literals => IsComputed ? Candidates : [this];

    /// <summary>The literal from which the text comes: the value itself, or of a computed one the candidate that counts; null when none does.</summary>
    public TextValue? Literal => !IsComputed ? this : !IsDynamic && Candidates is [var first, ..] && first.Text == Text ? first : null;
}
