using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>
/// A directive that BuildKit cannot obey: <c>only one escape parser directive can be used</c>, <c>invalid escape token 'x' does not match ` or \</c>,
/// <c>failed to parse check options: …</c>.
/// </summary>
public sealed class InvalidDirective : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            A line `# escape=`, `# syntax=` or `# check=` at the top of the file that stands there twice, or whose value BuildKit cannot read: an escape
            character other than `` ` `` and `\`, or an option for its linter that there is not.
            """,
        Matters = "Nothing in the file can be built. A value ends with its line: text behind the character of `# escape=` belongs to it.",
        Bad = """
            # escape=x
            FROM alpine:3.20
            """,
        Good = """
            # escape=`
            FROM alpine:3.20
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file)
    {
        var syntax = file.Model.Syntax;
        for (var place = 0; place < syntax.Items.Length; place++)
        {
            if (syntax.Items[place] is ParserDirective { Error: { } error } directive)
                yield return Refuse(error.Span.Shift(syntax.StartOf(place)), TextOf(error, directive));
        }

        if (LintOptions.Read(syntax.CheckOptions).Problem is { } problem && LinterOptions.SpanIn(syntax) is { } span)
            yield return Refuse(span, problem);
    }

    private static string TextOf(SyntaxError error, ParserDirective directive) => error.Kind == SyntaxErrorKind.RepeatedDirective
        ? $"only one {directive.Key} parser directive can be used"
        : $"invalid escape token '{directive.Value}' does not match ` or \\";
}
