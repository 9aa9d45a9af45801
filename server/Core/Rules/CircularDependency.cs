using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;

namespace Dockstage.Core.Rules;

/// <summary>Stages that copy from each other, or from themselves: <c>circular dependency detected on stage: a</c>.</summary>
public sealed class CircularDependency : RefusalRule
{
    /// <summary>A longer circle is shown no further.</summary>
    private const int MostPlaces = 20;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "A stage needs itself through `COPY --from` or `RUN --mount`, directly or by way of other stages.",
        Matters = "BuildKit builds no stage of such a file, also none outside the circle.",
        Bad = """
            FROM alpine:3.20 AS a
            COPY --from=b /x /x
            FROM alpine:3.20 AS b
            COPY --from=a /y /y
            """,
        Good = """
            FROM alpine:3.20 AS b
            RUN touch /x
            FROM alpine:3.20 AS a
            COPY --from=b /x /x
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file)
    {
        foreach (var edge in file.Model.Graph.CycleEdges)
        {
            var circle = file.Model.Graph.CircleThrough(edge);
            yield return Refuse(edge.Reference.Span, circle.BuildKitText, [.. circle.Edges.Skip(1).Take(MostPlaces).Select(other => Describe(file, other))]);
        }
    }

    private static RelatedPlace Describe(CheckedDockerfile file, StageEdge edge) =>
        new(file.Path, edge.Reference.Span, MessageTable.StageNeededHere.With(edge.User.Label, edge.Needed.Label));
}
