using Dockstage.Core.Consumers;
using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// Puts what was surely meant in place of the words at fault: a near stage, target, ARG, instruction or flag, or the same word in another
/// letter case. Only the letter case may be changed unseen, and not that of an image, which others may know by its name, or of a context, which then
/// takes the place of something.
/// </summary>
public sealed class UseSuggestion : IFix
{
    /// <inheritdoc/>
    public bool IsFor(IRule rule) => rule is not StageNameCasing;

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        if (request.Found.Replacement is not { } replacement || IsInWhatIsNoInstruction(request))
            yield break;

        // The right name alone would not do.
        if (request.Found.Rule is UndefinedVar && DeclareArgInStage.IsHidden(request, replacement))
            yield break;
        yield return new CodeFix(MessageTable.FixChangeTo.With(replacement), () => request.Change(EditOf(request, replacement)))
        {
            IsPreferred = true,
            IsSafeForAll = request.Found.Rule is not (InvalidImageReference or UnusedContext) && request.Text.ToString(request.Span).Equals(replacement, StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>
    /// A line that is no instruction often belongs to something else, such as a heredoc that is not recognised. Its letters are left alone.
    /// </summary>
    private static bool IsInWhatIsNoInstruction(FixRequest request) =>
        request.Found.Rule is not UnknownInstruction && request.Instruction is { Keyword: InstructionKeyword.Unknown };

    private static TextEdit EditOf(FixRequest request, string replacement) =>
        (request.Target?.Target?.Literal ?? ContextName(request)) is { } value ? request.Rewrite(value, replacement) : new TextEdit(request.Span, replacement);

    /// <summary>The name of the context at fault: as a key it may need quotes.</summary>
    private static TextValue? ContextName(FixRequest request) => request.Found.Rule is UnusedContext
        ? request.Snapshot.BuildTargetsAt(request.Path).SelectMany(target => target.Contexts).Select(context => context.Value)
            .FirstOrDefault(name => name.Place == new FilePlace(request.Path, request.Span))
        : null;
}
