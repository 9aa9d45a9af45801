using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>
/// A consumer names a stage that its Dockerfile has not. The build ends with BuildKit's
/// <c>target stage "bulid" could not be found (did you mean build?)</c>.
/// <para>
/// Speaks only when sure: the Dockerfile is known and read by Docker's own front end, the name is literal. Letter case does not
/// matter (BuildKit compares lower-cased names); an empty name means the last stage.
/// </para>
/// </summary>
public sealed class TargetNotFound : IRule
{
    private const int NamesShown = 6;

    /// <inheritdoc/>
    public string Code => "TargetNotFound";

    /// <inheritdoc/>
    public RuleOrigin Origin => RuleOrigin.Dockstage;

    /// <inheritdoc/>
    public Severity DefaultSeverity => Severity.Error;

    /// <inheritdoc/>
    public RulePage Page { get; } = new()
    {
        Finds = """
            A build (a compose service) names a stage with `target` that its Dockerfile does not declare.
            """,
        Matters = """
            The build fails, often days later and on another machine, with
            `target stage "bulider" could not be found (did you mean builder?)`.

            Dockstage compares as BuildKit does: letter case does not matter, an empty `target` means the last stage; a number is
            told of as `NumericTarget`. It says nothing when it cannot be sure: the Dockerfile is remote or computed, `target` holds a
            variable, or a `# syntax=` line hands the file to a front end that is not Docker's own.
            """,
        Bad = """
            //- Dockerfile
            FROM golang:1.26 AS builder
            FROM scratch
            //- compose.yaml
            services:
              web:
                build:
                  context: .
                  target: bulider
            """,
        Good = """
            //- Dockerfile
            FROM golang:1.26 AS builder
            FROM scratch
            //- compose.yaml
            services:
              web:
                build:
                  context: .
                  target: builder
            """,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(WorkspaceSnapshot snapshot, DocumentPath path)
    {
        foreach (var target in snapshot.BuildTargetsIn(path))
        {
            if (target.Target is { IsDynamic: false, Text.Length: > 0 } value
                && snapshot.Resolve(target) is ResolvedDockerfile.Found found
                && !found.Model.UsesForeignFrontend
                && TargetStage.Of(found.Model, target.Naming, value.Text) is null
                // A number is a mistake of its own where it cannot be an index.
                && (target.Naming.AllowsIndex || TargetStage.IndexOf(value.Text) is null))
            {
                yield return Describe(value.Span, value.Text, found, Shown(found.Path, path));
            }
        }
    }

    private static Finding Describe(TextSpan span, string name, ResolvedDockerfile.Found found, string dockerfile)
    {
        var model = found.Model;
        if (model.SuggestTarget(name) is { } near && model.FindTarget(near) is { NameSpan: { } nameSpan })
        {
            return new Finding(span, MessageTable.TargetNotFoundSuggest.With(name, dockerfile, near))
            {
                Replacement = near,
                Related = [new RelatedPlace(found.Path, nameSpan, MessageTable.StageDeclaredHere.With(near))],
            };
        }

        var names = model.Stages.Select(s => s.Name).OfType<string>().Distinct().ToList();
        return names.Count == 0
            ? new Finding(span, MessageTable.TargetNotFoundNoNames.With(name, dockerfile))
            : new Finding(span, MessageTable.TargetNotFoundList.With(name, dockerfile, Listed(names)));
    }

    private static string Listed(List<string> names) =>
        names.Count <= NamesShown ? string.Join(", ", names) : string.Join(", ", names.Take(NamesShown)) + ", …";

    private static string Shown(DocumentPath dockerfile, DocumentPath from) =>
        from.Parent is { } folder ? dockerfile.RelativeTo(folder) : dockerfile.Name;
}
