using System.Globalization;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>COPY names a stage by its index, which is another stage as soon as one is put above it. An index that does not exist is a refusal of its own.</summary>
public sealed class NumericStageReference : DockerfileRule
{
    /// <inheritdoc/>
    public override RuleOrigin Origin => RuleOrigin.Dockstage;

    /// <inheritdoc/>
    public override Severity DefaultSeverity => Severity.Hint;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "`COPY --from` names a stage by its index.",
        Matters = """
            The index counts every `FROM` from 0. When a stage is added or removed above, `--from=0` silently means another stage. A name stays right, says what is
            copied, and works in mounts and as a target too, where an index does not.
            """,
        Bad = """
            FROM golang:1.26
            RUN go build -o /app
            FROM scratch
            COPY --from=0 /app /app
            """,
        Good = """
            FROM golang:1.26 AS build
            RUN go build -o /app
            FROM scratch
            COPY --from=build /app /app
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var reference in file.Model.References)
        {
            // A name cannot begin with a digit or a sign, so a stage that is meant by one is meant by its index.
            if (reference is not { Kind: StageReferenceKind.CopyFrom, Text: [(>= '0' and <= '9') or '+' or '-', ..] }
                || StageMentions.StageOf(file.Model, reference) is not { } stage)
            {
                continue;
            }

            var index = stage.Index.ToString(CultureInfo.InvariantCulture);
            yield return new Finding(
                reference.Span,
                stage.Name is { } name ? MessageTable.NumericStageReferenceNamed.With(index, name) : MessageTable.NumericStageReference.With(index))
            {
                Related = [new RelatedPlace(file.Path, stage.NameSpan ?? stage.FromSpan, MessageTable.StageOfIndex.With(index))],
            };
        }
    }
}
