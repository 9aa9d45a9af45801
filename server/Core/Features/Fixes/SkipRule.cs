using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features.Fixes;

/// <summary>
/// Tells BuildKit's linter, and so Dockstage, to say nothing about a rule in this file: <c># check=skip=Code</c>, added to the directive that
/// there is. A comment right above the instruction would do for one place, but only since BuildKit 0.27. An experimental rule speaks only
/// where it was turned on, and BuildKit then obeys no <c>skip</c>.
/// </summary>
public sealed class SkipRule : IFix
{
    private const string Skip = "skip=";

    /// <summary>BuildKit splits the options into no more.</summary>
    private const int MostParts = 3;

    /// <inheritdoc/>
    public bool IsFor(IRule rule) => rule is LintRule { IsExperimental: false };

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        if (!HasUnheardOptions(request) && EditOf(request.Text, request.Found.Code) is { } edit)
            yield return new CodeFix(MessageTable.FixSkipRule.With(request.Found.Code), () => request.Change(edit));
    }

    /// <summary>
    /// An indented directive is none to the linter, but to the parser of the file it is, and one more of its kind would be one too many.
    /// </summary>
    private static bool HasUnheardOptions(FixRequest request) => request.Dockerfile is { Syntax: { CheckOptions: null } syntax }
        && syntax.Items.OfType<ParserDirective>().Any(directive => directive.Key == "check");

    private static TextEdit? EditOf(SourceText text, string code)
    {
        var preamble = Preamble.Of(text);
        if (preamble.Check is not { } check)
            return new TextEdit(TextSpan.At(preamble.DirectivesEnd), $"# check={Skip}{code}{NewLine.BreakOf(text)}");
        var options = text.ToString(check);
        if (LintOptions.Read(options).Problem is not null)
            return null;
        var parts = options.Split(';');
        var skip = Array.FindLastIndex(parts, part => part.StartsWith(Skip, StringComparison.Ordinal));
        if (skip < 0)
            return parts.Length >= MostParts ? null : new TextEdit(TextSpan.At(check.End), $";{Skip}{code}");

        // skip=all leaves out experimental rules, and "all" is nothing special beside other names.
        return parts[skip] == Skip + "all"
            ? null
            : new TextEdit(TextSpan.At(check.Start + parts.Take(skip + 1).Sum(part => part.Length + 1) - 1), (parts[skip] == Skip ? "" : ",") + code);
    }
}
