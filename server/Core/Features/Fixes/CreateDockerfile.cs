using Dockstage.Core.Messages;
using Dockstage.Core.Rules;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features.Fixes;

/// <summary>Makes the Dockerfile that a build asks for, with the stage that it names.</summary>
public sealed class CreateDockerfile : IFix
{
    /// <inheritdoc/>
    public bool IsFor(IRule rule) => rule is DockerfileNotFound;

    /// <inheritdoc/>
    public IEnumerable<CodeFix> Offer(FixRequest request)
    {
        foreach (var target in request.Snapshot.BuildTargetsAt(request.Path))
        {
            if (target.Dockerfile.Blame != new FilePlace(request.Path, request.Span) || request.Snapshot.Resolve(target) is not ResolvedDockerfile.Missing missing)
                continue;
            var name = target.Target is { IsDynamic: false, Text: var text } ? StageName.Normalize(text) : null;
            var shown = missing.Expected.SeenFrom(request.Path);
            yield return new CodeFix(
                MessageTable.FixCreateDockerfile.With(shown),
                () => new FixChange([]) { Created = new NewFile(missing.Expected, name is null ? "FROM scratch\n" : $"FROM scratch AS {name}\n") })
            {
                CreatesFile = true,
            };
            yield break;
        }
    }
}
