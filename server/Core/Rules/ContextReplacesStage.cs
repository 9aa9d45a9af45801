using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>
/// A named context of a build bears the name of a stage of its Dockerfile. BuildKit puts the context in the place of the whole stage: its FROM
/// and its instructions are not run. Often that is what is wanted, so it is only a hint.
/// </summary>
public sealed class ContextReplacesStage : IRule
{
    /// <inheritdoc/>
    public string Code => nameof(ContextReplacesStage);

    /// <inheritdoc/>
    public RuleOrigin Origin => RuleOrigin.Dockstage;

    /// <inheritdoc/>
    public Severity DefaultSeverity => Severity.Hint;

    /// <inheritdoc/>
    public RulePage Page { get; } = new()
    {
        Finds = "A named context (`additional_contexts`) bears the name of a stage of the Dockerfile for which it is given.",
        Matters = """
            BuildKit puts the context in the place of the stage: nothing that the Dockerfile says of the stage is run, neither its `FROM` nor its `RUN`s, and
            whatever is built on it or copies from it gets the context. That is a way to swap a stage without touching the Dockerfile, and a riddle when
            the same name was chosen by chance.
            """,
        Bad = """
            //- Dockerfile
            FROM node:22 AS assets
            RUN npm run build
            FROM nginx
            COPY --from=assets /dist /usr/share/nginx/html
            //- compose.yaml
            services:
              web:
                build:
                  context: .
                  additional_contexts:
                    assets: ./files
            """,
        Good = """
            //- Dockerfile
            FROM node:22 AS assets
            RUN npm run build
            FROM nginx
            COPY --from=assets /dist /usr/share/nginx/html
            COPY --from=files / /usr/share/nginx/html
            //- compose.yaml
            services:
              web:
                build:
                  context: .
                  additional_contexts:
                    files: ./files
            """,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(WorkspaceSnapshot snapshot, DocumentPath path)
    {
        foreach (var given in GivenContext.In(snapshot, path))
        {
            var replaced =
                (from dockerfile in given.Dockerfiles
                 from stage in given.With(dockerfile).Stages
                 where stage is { ReplacedBy: not null, NameSpan: not null }
                 select (dockerfile.Path, Stage: stage)).ToList();
            if (replaced.Count == 0)
                continue;
            var (first, shown) = replaced[0];
            var name = first.SeenFrom(path);
            yield return new Finding(given.Context.Value.Span, MessageTable.ContextReplacesStage.With(shown.Name!, name))
            {
                Related = [.. replaced.Select(one => new RelatedPlace(one.Path, one.Stage.NameSpan!.Value, MessageTable.StageDeclaredHere.With(one.Stage.Name!)))],
            };
        }
    }
}
