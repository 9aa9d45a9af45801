using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;

namespace Dockstage.Core.Rules;

/// <summary>
/// COPY or a mount from a stage further down: <c>cannot copy from stage "b", it needs to be defined before current stage "a"</c>.
/// </summary>
public sealed class ForwardReference : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            `COPY --from` or `RUN --mount` names a stage that stands below. Of several stages with one name they mean the last in the file, wherever it
            is.
            """,
        Matters = "A stage can take only from stages above it. Move the other one up.",
        Bad = """
            FROM alpine:3.20 AS app
            COPY --from=build /app /app
            FROM golang:1.26 AS build
            RUN go build -o /app .
            """,
        Good = """
            FROM golang:1.26 AS build
            RUN go build -o /app .
            FROM alpine:3.20 AS app
            COPY --from=build /app /app
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file)
    {
        var graph = file.Model.Graph;
        var closing = new HashSet<StageEdge>(graph.CycleEdges, ReferenceEqualityComparer.Instance);
        foreach (var edge in graph.Edges.Where(edge => !edge.IsInOrder))
        {
            // A circle is told of before the order of stages.
            if (closing.Contains(edge))
                continue;
            var needed = new RelatedPlace(
                file.Path, edge.Needed.NameSpan ?? edge.Needed.BaseSpan, MessageTable.StageDeclaredHere.With(edge.Needed.Label));
            yield return Refuse(edge.Reference.Span, edge.OrderText, edge.Reference.IsTrigger ? [.. file.RunsAt(edge.User), needed] : [needed]);
        }
    }
}
