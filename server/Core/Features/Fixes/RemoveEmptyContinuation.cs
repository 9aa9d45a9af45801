using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Fixes;

/// <summary>Removes the blank lines of a continued instruction. BuildKit skips them, so that nothing else changes.</summary>
public sealed class RemoveEmptyContinuation : IFix
{
    /// <inheritdoc/>
    public bool IsFor(IRule rule) => rule is NoEmptyContinuation;

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        if (request.Instruction is not { } instruction)
            yield break;
        var lines = instruction.Syntax.Errors.Where(error => error.Kind == SyntaxErrorKind.EmptyContinuation)
            .Select(error => WithLineEnd(request.Text, instruction.InFile(error.Span))).ToList();
        if (lines.Count > 0)
        {
            yield return new CodeFix(
                MessageTable.FixRemoveBlankLines.With(), () => request.Change(lines.Select(line => new TextEdit(line, ""))))
            {
                IsPreferred = true,
                IsSafeForAll = true,
            };
        }
    }

    private static TextSpan WithLineEnd(SourceText text, TextSpan line)
    {
        var number = text.LineAt(line.Start);
        return number + 1 < text.LineCount ? TextSpan.Between(line.Start, text.LineSpan(number + 1).Start) : line;
    }
}
