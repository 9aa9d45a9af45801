using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>
/// A word whose quotes or variables BuildKit cannot read, or a required variable without a value: <c>failed to process "${V:2}": unsupported
/// modifier (:2) in substitution</c>.
/// </summary>
public sealed class BadSubstitution : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            A word cannot be expanded: a quotation mark or a `}` is missing, `${}` has no name, the operator behind the name is not one of Docker's, or
            `${NAME:?message}` asks for a variable that has no value.

            Docker replaces variables itself in `FROM`, `ARG`, `ENV`, `LABEL`, `COPY`, `ADD`, `WORKDIR`, `USER`, `VOLUME`, `EXPOSE`, `STOPSIGNAL` and mounts. It knows
            `-`, `+`, `?` (also behind `:`), `#`, `##`, `%`, `%%`, `/` and `//`; substrings such as `${V:0:2}` are for shells.
            """,
        Matters = "The build ends here, and with a mistake in `FROM` that of every stage.",
        Bad = """
            FROM alpine:3.20
            ARG VERSION=1.2.3
            WORKDIR /app-${VERSION:0:1}
            """,
        Good = """
            FROM alpine:3.20
            ARG VERSION=1.2.3
            WORKDIR /app-${VERSION%%.*}
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file) =>
        InGlobalArgs(file).Concat(InFroms(file)).Concat(InCopies(file)).Concat(InSteps(file));

    private static IEnumerable<Finding> InGlobalArgs(CheckedDockerfile file) =>
        from error in file.Model.GlobalArgs.Errors
        where error.FullText is not null
        select Refuse(error.Span, error.FullText!);

    private static IEnumerable<Finding> InFroms(CheckedDockerfile file)
    {
        foreach (var (instruction, _) in file.Froms)
        {
            var isWhole = instruction.Parts.Content.Errors.All(error => error.Kind != SyntaxErrorKind.FromArguments);
            if (isWhole && Read(file, instruction, instruction.Parts.From!.Base) is { } inBase)
                yield return inBase;
            var platform = instruction.Parts.Flags.FirstOrDefault(flag => flag.Name.Text == "platform")?.Value;
            if (platform is not null && Read(file, instruction, platform, "failed to process arguments for platform : ") is { } inPlatform)
                yield return inPlatform;
        }
    }

    private static Finding? Read(CheckedDockerfile file, CheckedInstruction instruction, PlacedText word, string before = "") =>
        file.Model.GlobalArgs.Expand(word.Text).Error is { } error && (error with { Word = word.Text }).FullText is { } text
            ? Refuse(instruction.InFile(word.SpanOf(error.Span.Start, error.Span.Length)), before + text)
            : null;

    private static IEnumerable<Finding> InCopies(CheckedDockerfile file) =>
        from reference in file.ReferenceProblems
        where reference is { Problem.Kind: ReferenceProblemKind.Expansion, Binding.Reference.Kind: StageReferenceKind.CopyFrom }
        select Refuse(reference.Binding.Reference.Span, reference.Problem.BuildKitText, reference.Related);

    private static IEnumerable<Finding> InSteps(CheckedDockerfile file) =>
        from step in file.Steps
        from error in step.Step.Errors
        where error.FullText is not null
        select Refuse(error.Span, error.FullText!, step.Step.IsTriggered ? file.RunsAt(step.Stage) : []);
}
