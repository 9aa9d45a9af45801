using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;

namespace Dockstage.Core.Rules;

/// <summary>
/// COPY takes files from a stage on which its own stage is built, which has them already. Silent when a variable chooses one of the bases in
/// between: a build may then be given another.
/// </summary>
public sealed class CopyFromAncestor : DockerfileRule
{
    /// <inheritdoc/>
    public override RuleOrigin Origin => RuleOrigin.Dockstage;

    /// <inheritdoc/>
    public override Severity DefaultSeverity => Severity.Hint;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "`COPY --from` copies from a stage on which this one is built, directly or by way of others.",
        Matters = """
            A stage has all files of the stage that it is built on. Copying them from there again adds a layer with what is there already, and a reader looks for a
            difference that does not exist. It is only a hint: who restores a file that was changed or removed since, or puts it elsewhere, means it.

            Nothing is said when a variable chooses the base (`FROM $BASE`).
            """,
        Bad = """
            FROM golang:1.26 AS build
            RUN go build -o /app
            FROM build
            COPY --from=build /app /app
            """,
        Good = """
            FROM golang:1.26 AS build
            RUN go build -o /app
            FROM alpine:3.20
            COPY --from=build /app /app
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var reference in file.Model.References)
        {
            if (reference.Kind != StageReferenceKind.CopyFrom || reference.Stage is not { } copied)
                continue;
            var user = file.Model.Stages[reference.StageIndex];
            if (!IsBuiltOn(user, copied))
                continue;
            yield return new Finding(reference.Span, MessageTable.CopyFromAncestor.With(copied.Label))
            {
                Related = [new RelatedPlace(file.Path, user.FromSpan, MessageTable.StageBuiltOn.With(copied.Label))],
            };
        }
    }

    private static bool IsBuiltOn(Stage user, Stage copied)
    {
        for (var stage = user; stage.Base is StageBase.OnStage(var parent) && OpenBase.Of(stage.BaseText) is null; stage = parent)
        {
            if (parent.Index == copied.Index)
                return true;
        }

        return false;
    }
}
