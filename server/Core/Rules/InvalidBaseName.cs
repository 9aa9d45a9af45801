using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>
/// A base, or the source of a COPY or a mount, that is no stage and cannot be an image: <c>failed to parse stage name "Build": …</c>.
/// </summary>
public sealed class InvalidBaseName : RefusalRule
{
    private const int ShortestSure = 4;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            The base of a `FROM` is no stage above it and no valid name of an image either, or so with `--from` of a `COPY` and `from` of a
            `RUN --mount`.

            A variable without a default is no mistake where compose services build the file and each of them gives it a value.

            `FROM Build` does not find the stage `build`: BuildKit keeps names of stages in small letters and compares a base letter by letter.
            """,
        Matters = "BuildKit refuses the file even if nobody needs the stage with the mistake.",
        Bad = """
            FROM golang:1.26 AS build
            FROM Build
            RUN go test ./...
            """,
        Good = """
            FROM golang:1.26 AS build
            FROM build
            RUN go test ./...
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file)
    {
        // Of a FROM with the wrong number of words nobody knows which is the base.
        var unclear = file.Froms.Where(from => from.Instruction.Parts.Content.Errors.Any(error => error.Kind == SyntaxErrorKind.FromArguments))
            .Select(from => from.Stage.Index).ToHashSet();
        foreach (var found in file.ReferenceProblems.Where(found => found.Problem.Kind == ReferenceProblemKind.ImageReference))
        {
            var (user, reference) = (found.Binding.User, found.Binding.Reference);
            if (reference.Kind == StageReferenceKind.From)
            {
                if (!unclear.Contains(user.Index) && !KnownBuilds.Mend(file, user.BaseText, value => IsBase(file, user, value)))
                    yield return Describe(file, user.BaseSpan, found, Meant(file, user));
            }
            else
            {
                var near = NearTo(file, found);
                yield return Describe(file, reference.Span, found, near) with { Replacement = near?.Name };
            }
        }
    }

    /// <summary>The stage above that was meant; of a word as short as some names, or written on several lines, nobody can be sure.</summary>
    private static Stage? NearTo(CheckedDockerfile file, CheckedReference found)
    {
        var reference = found.Binding.Reference;
        if (reference.Text.Length < ShortestSure || reference.Text.Length != reference.Span.Length)
            return null;
        var above = file.Model.Stages.Take(found.Binding.User.Index).ToList();
        var near = Spelling.Nearest(reference.Text, above.Select(stage => stage.Name).OfType<string>());
        return near is null ? null : above.FindLast(stage => stage.Name == near);
    }

    private static bool IsBase(CheckedDockerfile file, Stage user, string value) =>
        file.Model.Stages.Take(user.Index).Any(stage => stage.Name == value) || ImageReference.Read(value, out _) is not null;

    private static Stage? Meant(CheckedDockerfile file, Stage user) =>
        file.Model.Stages.Take(user.Index).LastOrDefault(stage => string.Equals(stage.Name, user.BaseText, StringComparison.OrdinalIgnoreCase));

    private static Finding Describe(CheckedDockerfile file, TextSpan span, CheckedReference found, Stage? meant) => Refuse(
        span,
        found.Problem.BuildKitText,
        meant is { Name: { } name, NameSpan: { } place }
            ? [.. found.Related, new RelatedPlace(file.Path, place, MessageTable.StageDeclaredHere.With(name))]
            : found.Related);
}
