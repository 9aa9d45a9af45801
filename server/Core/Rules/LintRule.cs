using Dockstage.Core.Messages;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>
/// A rule of <c>docker build --check</c>, under its own name and in its own words (<c>linter/ruleset.go</c>). It obeys <c># check=</c> and,
/// where BuildKit does, the same in a comment above an instruction.
/// </summary>
public abstract class LintRule : DockerfileRule
{
    /// <inheritdoc/>
    public sealed override RuleOrigin Origin => RuleOrigin.BuildKitLint;

    /// <inheritdoc/>
    public sealed override Severity DefaultSeverity => Severity.Warning;

    /// <summary>Whether a comment <c># check=skip=…</c> above an instruction skips the rule for that instruction (BuildKit 0.27).</summary>
    public abstract bool HonoursInlineSkip { get; }

    /// <summary>Whether it is silent unless <c># check=experimental=</c> or the settings turn it on.</summary>
    public virtual bool IsExperimental => false;

    /// <summary>A finding in BuildKit's words.</summary>
    protected static Finding Warn(TextSpan span, string message) => new(span, Message.Quote(message));
}
