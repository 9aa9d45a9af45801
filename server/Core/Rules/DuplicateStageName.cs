using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;

namespace Dockstage.Core.Rules;

/// <summary>A stage has the name of one above it, in whatever letter case.</summary>
public sealed class DuplicateStageName : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => false;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "Two stages have the same name. Letter case does not count.",
        Matters = """
            The file builds, but the name means different stages at different places: `FROM` takes the nearest stage above, while `COPY --from`,
            mounts and `target` take the last one in the file.
            """,
        Bad = """
            FROM golang:1.26 AS build
            FROM node:24 AS build
            """,
        Good = """
            FROM golang:1.26 AS build-server
            FROM node:24 AS build-client
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        var first = new Dictionary<string, Stage>(StringComparer.Ordinal);
        foreach (var stage in file.Model.Stages)
        {
            if (stage is not { Name: { } name, NameSpan: { } span } || first.TryAdd(name, stage))
                continue;
            yield return Warn(span, $"Duplicate stage name \"{name}\", stage names should be unique") with
            {
                Related = [new RelatedPlace(file.Path, first[name].NameSpan!.Value, MessageTable.StageDeclaredHere.With(name))],
            };
        }
    }
}
