using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>
/// A named context of a build that nothing in its Dockerfile refers to, or nothing could. Speaks only when sure: every build that gets it has a known
/// Dockerfile whose references are all settled, and no base with a variable may mean it.
/// </summary>
public sealed class UnusedContext : IRule
{
    /// <inheritdoc/>
    public string Code => nameof(UnusedContext);

    /// <inheritdoc/>
    public RuleOrigin Origin => RuleOrigin.Dockstage;

    /// <inheritdoc/>
    public Severity DefaultSeverity => Severity.Hint;

    /// <inheritdoc/>
    public RulePage Page { get; } = new()
    {
        Finds = """
            A named context (`additional_contexts`) that no `FROM`, `COPY --from` or mount of the Dockerfile refers to; or whose name BuildKit never looks for.
            """,
        Matters = """
            BuildKit never loads it: the line does nothing. Often the name was changed at one of the two ends, and the Dockerfile asks a registry for an image of the
            other name.

            Compose takes any name but hands it on as it is written, while BuildKit looks for stages and images by their short form in lower case: of `FROM alpine` and of
            `FROM docker.io/library/alpine:latest` for `alpine`. A context called `alpine:latest`, `docker.io/library/alpine` or `Alpine` is never found, and the build
            takes the image or the stage instead, without a word. (`docker build --build-context` brings such names into the short form or refuses them.)

            A context also counts as used when it takes the place of a stage or of an image (`golang:1.26`), when a `FROM` with a variable may mean it, and when a file
            laid over this one uses it.
            """,
        Bad = """
            //- Dockerfile
            FROM alpine:3.20
            COPY --from=shared / /shared
            //- compose.yaml
            services:
              web:
                build:
                  context: .
                  additional_contexts:
                    shared: ../shared
                    certificates: ../certificates
            """,
        Good = """
            //- Dockerfile
            FROM alpine:3.20
            COPY --from=shared / /shared
            //- compose.yaml
            services:
              web:
                build:
                  context: .
                  additional_contexts:
                    shared: ../shared
            """,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(WorkspaceSnapshot snapshot, DocumentPath path)
    {
        foreach (var given in GivenContext.In(snapshot, path))
        {
            if (!given.IsComplete || given.Dockerfiles.IsEmpty)
                continue;
            if (SoughtInstead(given.Name) is var (isFound, instead) && !isFound)
            {
                var message = instead is null ? MessageTable.ContextNeverFound.With(given.Name) : MessageTable.ContextFoundAs.With(given.Name, instead);
                yield return new Finding(given.Context.Value.Span, message)
                {
                    Tag = FindingTag.Unnecessary,
                    // With a platform behind the name the words at fault are not all of them.
                    Replacement = instead is not null && given.Context.Value.Text == given.Name
                        && given.Dockerfiles.Any(dockerfile => MayUse(given with { Name = instead }, dockerfile)) ? instead : null,
                };
                continue;
            }

            // No context can take the place of scratch.
            if (!NamedContexts.Of([given.Name]).Has(given.Name))
                continue;
            if (given.Dockerfiles.Any(dockerfile => MayUse(given, dockerfile)))
                continue;
            var first = given.Dockerfiles[0].Path;
            var shown = first.SeenFrom(path);
            yield return new Finding(given.Context.Value.Span, MessageTable.UnusedContext.With(given.Name, shown)) { Tag = FindingTag.Unnecessary };
        }
    }

    /// <summary>Whether BuildKit ever looks for a context of a name; else the name that it looks for where this one may be meant, or null.</summary>
    private static (bool IsFound, string? Instead) SoughtInstead(string name)
    {
        var sought = NamedContexts.SoughtFor(name) ?? NamedContexts.SoughtFor(name.ToLowerInvariant());
        return (sought == name, sought == name ? null : sought);
    }

    private static bool MayUse(GivenContext given, ResolvedDockerfile.Found dockerfile)
    {
        var model = given.With(dockerfile);
        return (model.Syntax.FrontEnd is { } frontEnd && NamedContexts.Of([given.Name]).Has(frontEnd))
            || model.Stages.Any(stage =>
                stage.ReplacedBy is not null
                || stage.Base is StageBase.OnContext or StageBase.Unresolved
                || (OpenBase.Of(stage.BaseText) is { } open && (open.MayBe(given.Name) || open.MayBe(given.Name + ":latest")))
                || model.Graph.BindingsOf(stage).Any(binding => binding.Meaning is ReferenceMeaning.OfContext or ReferenceMeaning.OfNothing))
            // Triggers that no stage of the file runs may run elsewhere.
            || model.References.Any(reference => reference.IsTrigger && NamedContexts.Of([given.Name]).Has(reference.Text));
    }
}
