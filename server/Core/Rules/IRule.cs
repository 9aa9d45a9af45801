using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>
/// Looks for one bad pattern and is named for it. One rule is one file and one line in <see cref="RuleTable"/>; its page in docs/rules is
/// made from <see cref="Page"/>.
/// </summary>
public interface IRule
{
    /// <summary>Its code: the bad pattern, as in "allow TargetNotFound".</summary>
    string Code { get; }

    /// <summary>Whose rule it is.</summary>
    RuleOrigin Origin { get; }

    /// <summary>How grave a finding is unless settings say otherwise.</summary>
    Severity DefaultSeverity { get; }

    /// <summary>What a person should know about it.</summary>
    RulePage Page { get; }

    /// <summary>All findings in one document; none in a document of another kind. The severity is filled in by the caller.</summary>
    IEnumerable<Finding> Check(WorkspaceSnapshot snapshot, DocumentPath path);
}
