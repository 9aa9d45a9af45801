using Dockstage.Core.Formats;
using Dockstage.Core.Messages;
using Dockstage.Core.Settings;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>A <c>.dockstage.json</c> says something that is no setting, no rule, no value of the right kind, or no JSON.</summary>
public sealed class InvalidSettings : IRule
{
    /// <inheritdoc/>
    public string Code => nameof(InvalidSettings);

    /// <inheritdoc/>
    public RuleOrigin Origin => RuleOrigin.Dockstage;

    /// <inheritdoc/>
    public Severity DefaultSeverity => Severity.Warning;

    /// <inheritdoc/>
    public RulePage Page { get; } = new()
    {
        Finds = """
            A `.dockstage.json` holds something that Dockstage does not understand: an unknown setting, an unknown rule, a value of a wrong kind, or
            text that is not JSON. Comments and trailing commas are allowed.
            """,
        Matters = """
            What is not understood counts as not written. A misspelt rule code, for example, leaves the rule as it was, in the editor and in
            `dockstage check` alike.
            """,
        Bad = """
            //- .dockstage.json
            {
              "rules": { "DockerfileNotFond": "off" }
            }
            """,
        Good = """
            //- .dockstage.json
            {
              "rules": { "DockerfileNotFound": "off" }
            }
            """,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(WorkspaceSnapshot snapshot, DocumentPath path) => snapshot.SettingsIn(path) is { } file
        ? file.Problems.Select(Describe).Concat(file.RuleCodes.Select(UnknownRule).OfType<Finding>())
        : [];

    private static Finding Describe(SettingProblem problem) => new(problem.Span, problem.Message) { Replacement = problem.Replacement };

    private static Finding? UnknownRule(JsonText code)
    {
        string[] codes = [.. RuleTable.All.Select(rule => rule.Code)];
        if (codes.Contains(code.Value))
            return null;
        return NearName.Of(code.Value, codes) is { } near
            ? new Finding(code.Content, MessageTable.RuleUnknownSuggest.With(code.Value, near)) { Replacement = near }
            : new Finding(code.Content, MessageTable.RuleUnknown.With(code.Value));
    }
}
