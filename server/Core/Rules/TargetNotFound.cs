using System.Collections.Immutable;
using Dockstage.Core.Consumers;
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
            told of as `NumericTarget`. It reads what comes of all files together: what a service extends or includes, an override file over its
            base, `.env`. If the target stands in one file and the Dockerfile is chosen in another, both places are marked. It says
            nothing when it cannot be sure: the Dockerfile is remote or computed, `target` holds a variable that neither `.env` nor
            a default gives a value, or a `# syntax=` line hands the file to a front end that is not Docker's own.
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
    public IEnumerable<Finding> Check(WorkspaceSnapshot snapshot, DocumentPath path) =>
        // Services that share an inline Dockerfile and the words lack the same, though each by its own name.
        snapshot.BuildTargetsAt(path).SelectMany(target => Check(snapshot, path, target).Select(finding => (Finding: finding, Dockerfile: snapshot.Resolve(target))))
            .DistinctBy(found => (found.Finding.Span, Dockerfile: (found.Dockerfile as ResolvedDockerfile.Found)?.Path, found.Finding.Replacement))
            .Select(found => found.Finding);

    private static IEnumerable<Finding> Check(WorkspaceSnapshot snapshot, DocumentPath path, BuildTarget target)
    {
        if (IsWrong(snapshot, target) is not { } found
            || BuildMismatch.IsMendedElsewhere(snapshot, target, build => build.Target?.Place, build => Fits(snapshot, build)))
        {
            yield break;
        }

        var value = target.Target!;
        var written = (value.Literal ?? value).Place;
        var choice = BuildMismatch.ChoiceElsewhere(target, written);
        var atWords = Describe(written.Span, value.Text, found, found.Path.Host is null ? null : target.Name, found.Path.SeenFrom(path), choice is null ? [] : [Choice(choice)]);
        if (written.File.Equals(path))
            yield return atWords;
        // Where the words only stand for a value of another file, and where the Dockerfile was chosen, no word is to be replaced.
        var elsewhere = atWords with { Replacement = null, Related = [.. atWords.Related, new RelatedPlace(written.File, written.Span, MessageTable.TargetNamedHere.With(value.Text))] };
        if (value.File.Equals(path) && !written.File.Equals(path))
            yield return elsewhere with { Span = value.Span };
        if (choice is not null && choice.File.Equals(path))
            yield return elsewhere with { Span = choice.Span, Related = [.. elsewhere.Related.Where(place => !place.Path.Equals(choice.File) || place.Span != choice.Span)] };
    }

    /// <summary>The Dockerfile that surely lacks the target, or null.</summary>
    private static ResolvedDockerfile.Found? IsWrong(WorkspaceSnapshot snapshot, BuildTarget target) =>
        target.Target is { IsDynamic: false, Text.Length: > 0 } value
        && snapshot.Resolve(target) is ResolvedDockerfile.Found { IsOpen: false } found
        && !found.Model.UsesForeignFrontend
        && TargetStage.Of(found.Model, target.Naming, value.Text) is null
        // A number is a mistake of its own where it cannot be an index.
        && (target.Naming.AllowsIndex || TargetStage.IndexOf(value.Text) is null)
            ? found
            : null;

    private static bool Fits(WorkspaceSnapshot snapshot, BuildTarget target) =>
        target.Target is { } value && snapshot.Resolve(target) is ResolvedDockerfile.Found found && TargetStage.Of(found.Model, target.Naming, value.Text) is not null;

    private static RelatedPlace Choice(FilePlace place) => new(place.File, place.Span, MessageTable.DockerfileChosenHere.With());

    private static Finding Describe(TextSpan span, string name, ResolvedDockerfile.Found found, string? inlineOf, string dockerfile, ImmutableArray<RelatedPlace> related)
    {
        var model = found.Model;
        if (model.SuggestTarget(name) is { } near && model.FindTarget(near) is { NameSpan: { } nameSpan })
        {
            return new Finding(span, (inlineOf is null ? MessageTable.TargetNotFoundSuggest : MessageTable.TargetNotFoundInlineSuggest).With(name, inlineOf ?? dockerfile, near))
            {
                Replacement = near,
                Related = [new RelatedPlace(found.Path, nameSpan, MessageTable.StageDeclaredHere.With(near)), .. related],
            };
        }

        var names = model.Stages.Select(s => s.Name).OfType<string>().Distinct().ToList();
        var message = names.Count == 0
            ? (inlineOf is null ? MessageTable.TargetNotFoundNoNames : MessageTable.TargetNotFoundInlineNoNames).With(name, inlineOf ?? dockerfile)
            : (inlineOf is null ? MessageTable.TargetNotFoundList : MessageTable.TargetNotFoundInlineList).With(name, inlineOf ?? dockerfile, Listed(names));
        return new Finding(span, message) { Related = related };
    }

    private static string Listed(List<string> names) =>
        names.Count <= NamesShown ? string.Join(", ", names) : string.Join(", ", names.Take(NamesShown)) + ", …";
}
