using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>What a Dockerfile itself says about the findings of BuildKit's linter in it.</summary>
/// <param name="model">The Dockerfile.</param>
internal sealed class LintFilter(DockerfileModel model)
{
    private readonly LintOptions _options = LintOptions.Read(model.Syntax.CheckOptions);

    /// <summary>Whether findings end a build.</summary>
    public bool IsError => _options.IsError;

    /// <summary>Whether the rule has anything to say in this file.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="isChosen">Whether the user's settings give it a severity, which turns an experimental rule on.</param>
    public bool Allows(LintRule rule, bool isChosen) =>
        !_options.Skips(rule) && (!rule.IsExperimental || isChosen || _options.TurnsOn(rule));

    /// <summary>
    /// Whether a comment above the instruction at fault skips the rule. BuildKit: of the comments attached to an instruction the first in
    /// the form <c># check=…</c> counts.
    /// </summary>
    public bool SkipsAt(LintRule rule, TextSpan span)
    {
        if (!rule.HonoursInlineSkip)
            return false;
        var place = model.Syntax.IndexAt(span.Start);
        var options = place < 0 ? null : AttachedComments.Above(model.Syntax, place).Select(OptionsIn).FirstOrDefault(text => text is not null);
        return LintOptions.Read(options).Skips(rule);
    }

    private static string? OptionsIn(Comment comment)
    {
        const string Key = "check=";
        return comment.Content.StartsWith(Key, StringComparison.Ordinal) ? comment.Content[Key.Length..].Split(' ')[0] : null;
    }
}
