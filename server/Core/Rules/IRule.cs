using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>Looks for one bad pattern and is named for it. One rule is one file, one line in <see cref="RuleTable"/> and one page in docs/rules.</summary>
public interface IRule
{
    /// <summary>Its code: the bad pattern, as in "allow TargetNotFound".</summary>
    string Code { get; }

    /// <summary>How grave a finding is unless settings say otherwise.</summary>
    Severity DefaultSeverity { get; }

    /// <summary>All findings in one document; none in a document of another kind. The severity is filled in by the caller.</summary>
    IEnumerable<Finding> Check(WorkspaceSnapshot snapshot, DocumentPath path);
}
