using Dockstage.Core.Semantics;

namespace Dockstage.Core.Rules;

/// <summary>
/// FROM uses a variable that is neither an automatic one nor declared above the first FROM. A default (<c>${X:-alpine}</c>) does not help.
/// </summary>
public sealed class UndefinedArgInFrom : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => true;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "`FROM` uses a variable that no `ARG` above the first `FROM` declares.",
        Matters = """
            The variable is empty, and no `--build-arg` can change that. An `ARG` inside a stage does not count: `FROM` sees only those above
            the first one.
            """,
        Bad = """
            FROM alpine:${VERSION:-3.20}
            """,
        Good = """
            ARG VERSION=3.20
            FROM alpine:${VERSION}
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        var scope = file.Model.GlobalArgs;
        foreach (var (instruction, _) in file.Froms)
        {
            var used = instruction.Parts.Content.Variables.SelectMany(variable => variable.WithNested()).Where(use => use.Name.Text.Length > 0);
            foreach (var use in used.Where(use => !scope.IsDeclared(use.Name.Text)).DistinctBy(use => use.Name.Text))
            {
                var near = Spelling.Nearest(use.Name.Text, scope.Names, isCaseSensitive: true);
                var suggestion = near is null ? "" : $" (did you mean {near}?)";
                yield return Warn(instruction.InFile(use.Name.Span), $"FROM argument '{use.Name.Text}' is not declared{suggestion}") with { Replacement = near };
            }
        }
    }
}
