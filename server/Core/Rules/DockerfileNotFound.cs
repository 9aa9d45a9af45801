using Dockstage.Core.Consumers;
using Dockstage.Core.Messages;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>
/// The Dockerfile of a build does not exist. The build ends with BuildKit's <c>failed to read dockerfile: open Dockerfile: no such
/// file or directory</c>. Silent about paths that are remote, computed or outside what can be read.
/// </summary>
public sealed class DockerfileNotFound : IRule
{
    /// <inheritdoc/>
    public string Code => "DockerfileNotFound";

    /// <inheritdoc/>
    public RuleOrigin Origin => RuleOrigin.Dockstage;

    /// <inheritdoc/>
    public Severity DefaultSeverity => Severity.Warning;

    /// <inheritdoc/>
    public RulePage Page { get; } = new()
    {
        Finds = """
            A build (a compose service) is made from a Dockerfile that does not exist. The words that name the file are marked; if
            none do, those that name the context; if there are none either, the build itself.
            """,
        Matters = """
            The build fails with `failed to read dockerfile: open Dockerfile: no such file or directory`.

            `dockerfile` is relative to `context`, and `context` is relative to the folder of the compose file: the usual mistake is
            to write both relative to the compose file. Paths that are remote or computed are left alone, and so is a file named like an override
            (`compose.tests.yaml`) in a folder without a `compose.yaml`, if the Dockerfile is found from a folder above: it is meant to be laid over a file there
            (`-f ../compose.yaml -f compose.tests.yaml`), from which its paths count then. So is any file that Compose refuses by itself, because it names a
            network, a volume or a service that another file has.
            """,
        Bad = """
            //- api/Dockerfile
            FROM golang:1.26
            //- compose.yaml
            services:
              web:
                build:
                  context: ./api
                  dockerfile: ./api/Dockerfile
            """,
        Good = """
            //- api/Dockerfile
            FROM golang:1.26
            //- compose.yaml
            services:
              web:
                build:
                  context: ./api
                  dockerfile: Dockerfile
            """,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(WorkspaceSnapshot snapshot, DocumentPath path) =>
        snapshot.BuildTargetsAt(path).SelectMany(target => Check(snapshot, path, target))
            .DistinctBy(finding => (finding.Span, finding.Message.In(Language.English)));

    private static IEnumerable<Finding> Check(WorkspaceSnapshot snapshot, DocumentPath path, BuildTarget target)
    {
        // A fragment that is laid over a file of a folder above: there its paths lead to a Dockerfile, or may, as nobody has looked there yet.
        if (snapshot.Resolve(target) is not ResolvedDockerfile.Missing missing
            || target.Dockerfile.Elsewhere.Any(place => !snapshot.Find(place).IsAbsent)
            || BuildMismatch.IsMendedElsewhere(
                snapshot, target, build => build.Dockerfile.Blame, build => snapshot.Resolve(build) is ResolvedDockerfile.Found))
        {
            yield break;
        }

        var shown = missing.Expected.SeenFrom(path);
        var blame = target.Dockerfile.Blame;
        var choice = BuildMismatch.ChoiceElsewhere(target, blame);
        if (blame.File.Equals(path))
        {
            yield return new Finding(blame.Span, MessageTable.DockerfileNotFound.With(shown))
            {
                Related = BuildMismatch.Related(choice, MessageTable.DockerfileChosenHere.With()),
            };
        }

        if (choice is not null && choice.File.Equals(path))
        {
            yield return new Finding(choice.Span, MessageTable.DockerfileNotFound.With(shown))
            {
                Related = BuildMismatch.Related(blame, MessageTable.DockerfileChosenHere.With()),
            };
        }
    }
}
