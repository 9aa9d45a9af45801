using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>
/// A named context of a build that nothing in its Dockerfile refers to. Speaks only when sure: every build that gets it has a known Dockerfile
/// whose references are all settled, and no base with a variable may mean it.
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
        Finds = "A named context (`additional_contexts`) that no `FROM`, `COPY --from` or mount of the Dockerfile refers to.",
        Matters = """
            BuildKit never loads it: the line does nothing. Often the name was changed at one of the two ends, and the Dockerfile asks a registry for an image of the
            other name.

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
            // BuildKit refuses a name that is no reference to an image, and lets no context take the place of the two reserved names.
            if (!given.IsComplete || !NamedContexts.Of([given.Name]).Has(given.Name))
                continue;
            if (given.Dockerfiles.Any(dockerfile => MayUse(given, dockerfile)))
                continue;
            var first = given.Dockerfiles[0].Path;
            var shown = first.SeenFrom(path);
            yield return new Finding(given.Context.Value.Span, MessageTable.UnusedContext.With(given.Name, shown)) { Tag = FindingTag.Unnecessary };
        }
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
