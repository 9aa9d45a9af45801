using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>CMD or ENTRYPOINT in shell form where no SHELL says that a shell is wanted. HEALTHCHECK is left alone.</summary>
public sealed class JSONArgsRecommended : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => true;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "`CMD` or `ENTRYPOINT` in shell form, in a stage without `SHELL`.",
        Matters = """
            The command is run by a shell, which does not hand signals on: `docker stop` waits ten seconds and kills it. In JSON form the
            command is run directly. Whoever wants a shell says so with `SHELL`, or with `["sh", "-c", "…"]`.
            """,
        Bad = """
            FROM alpine:3.20
            CMD sleep infinity
            """,
        Good = """
            FROM alpine:3.20
            CMD ["sleep", "infinity"]
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file) =>
        from step in file.Steps
        where step.Keyword is InstructionKeyword.Cmd or InstructionKeyword.Entrypoint
        where !step.Parts.Content.IsJson && step.Parts.Arguments.Text.Length > 0 && !step.Step.Before.Shell.IsSetHere
        select Warn(
            step.Span, $"JSON arguments recommended for {step.Name} to prevent unintended behavior related to OS signals");
}
