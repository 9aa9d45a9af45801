using Dockstage.Core.Messages;

namespace Dockstage.Core.Features.Fixes;

/// <summary>One thing that can be done about a finding. LSP: a CodeAction of kind <c>quickfix</c>.</summary>
/// <param name="Title">What it does, in words.</param>
/// <param name="Change">Works out the change; asked only when somebody wants it.</param>
public sealed record CodeFix(LocalizedText Title, Func<FixChange> Change)
{
    /// <summary>Whether it is what is surely meant, so that an editor may apply it at the press of one key. At most one for a finding.</summary>
    public bool IsPreferred { get; init; }

    /// <summary>
    /// Whether it may be applied to all findings of a file at once, unseen: what is built stays the same. Only preferred ones are.
    /// </summary>
    public bool IsSafeForAll { get; init; }

    /// <summary>Whether it makes a new file, which not every editor can.</summary>
    public bool CreatesFile { get; init; }
}
