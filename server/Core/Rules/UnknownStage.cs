using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Rules;

/// <summary>
/// COPY or a mount names no stage, but nearly one. BuildKit takes the name for an image and asks a registry for it, which ends in
/// <c>pull access denied</c>. Silent whenever the name may be meant as it is, see <see cref="NearStage"/>; a named context of any build of this
/// Dockerfile, and an image that a file makes beside such a build, are meant too.
/// </summary>
public sealed class UnknownStage : DockerfileRule
{
    /// <inheritdoc/>
    public override RuleOrigin Origin => RuleOrigin.Dockstage;

    /// <inheritdoc/>
    public override Severity DefaultSeverity => Severity.Warning;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            `COPY --from` or the `from` of a mount names something that is no stage, but nearly one.
            """,
        Matters = """
            BuildKit takes a name that is no stage for an image and asks the registry for it. The build fails with
            `pull access denied for bulid, repository does not exist`, which says nothing of the misspelt stage; or it copies from somebody else's image.

            Any name may be an image, so Dockstage speaks only when a stage is surely meant. It is silent about names with a `/`, a tag or a digest, about
            the official images of Docker Hub (`nginx` beside a stage `nginxx`), about images that this Dockerfile builds on or that a compose file
            makes beside it, and about named contexts (`additional_contexts`). The stage must stand above, and at most two letters may differ, and no more
            than half of them.
            """,
        Bad = """
            FROM golang:1.26 AS build
            RUN go build -o /app
            FROM scratch
            COPY --from=bulid /app /app
            """,
        Good = """
            FROM golang:1.26 AS build
            RUN go build -o /app
            FROM scratch
            COPY --from=build /app /app
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        var model = file.Model;
        var nearStage = new NearStage(model);
        var near = from stage in model.Stages
                   from binding in model.Graph.BindingsOf(stage)
                   where binding.Reference.Kind != StageReferenceKind.From
                   let meant = nearStage.Of(binding)
                   where meant is not null
                   select (binding.Reference, meant);
        KnownContexts? contexts = null;
        HashSet<string>? images = null;
        foreach (var (reference, meant) in near.DistinctBy(one => one.Reference.Span))
        {
            contexts ??= KnownContexts.Of(file.Snapshot, file.Path);
            images ??= ImagesBeside(file);
            if (contexts.MayHave(reference.Text) || images.Contains(reference.Text))
                continue;
            yield return new Finding(reference.Span, MessageTable.UnknownStage.With(reference.Text, meant.Name!))
            {
                Replacement = meant.Name,
                Related = [new RelatedPlace(file.Path, meant.NameSpan!.Value, MessageTable.StageDeclaredHere.With(meant.Name!))],
            };
        }
    }

    /// <summary>The images that are made by the files that build from this Dockerfile, without their tags.</summary>
    private static HashSet<string> ImagesBeside(CheckedDockerfile file) =>
    [
        .. from consumer in file.Snapshot.BuildTargetsOf(file.Path).Select(target => target.File).Distinct()
           from target in file.Snapshot.BuildTargetsIn(consumer)
           from image in target.Images
           where !image.IsDynamic
           let reference = ImageReference.Read(image.Text, out _)
           where reference is not null
           select (reference with { Tag = null, Digest = null }).Familiar,
    ];
}
