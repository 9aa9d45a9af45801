using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Tests.Features.Fixes;

/// <summary>
/// Stands for a rule of the contract that is not in <see cref="RuleTable"/> yet, so that its fix can be tested on the words that it is going to
/// mark. As soon as the rule is in the table, the tests use it instead of this.
/// </summary>
internal sealed class AwaitedRule(string code) : IRule
{
    public string Code => code;

    public RuleOrigin Origin => RuleOrigin.Dockstage;

    public Severity DefaultSeverity => Severity.Warning;

    public RulePage Page => throw new NotSupportedException();

    public IEnumerable<Finding> Check(WorkspaceSnapshot snapshot, DocumentPath path) => throw new NotSupportedException();

    public Diagnostic At(TextSpan span) =>
        new() { Rule = this, Severity = DefaultSeverity, Span = span, Message = Message.Quote(code) };
}
