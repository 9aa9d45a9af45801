using Dockstage.Core.Consumers;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;

namespace Dockstage.Core.Workspace;

/// <summary>
/// From a place in any document to the stage that is meant there. Hover, definition, completion, references and
/// rename all ask here, so that they cannot disagree.
/// </summary>
public abstract record StagePlace
{
    private StagePlace(TextSpan span)
    {
        Span = span;
    }

    /// <summary>The words that name it, without quotes; empty where nothing has been written yet.</summary>
    public TextSpan Span { get; }

    /// <summary>The stage that is meant, or null.</summary>
    public abstract Stage? Stage { get; }

    /// <summary>The Dockerfile that declares it, or null when it cannot be told.</summary>
    public abstract DocumentPath? Dockerfile { get; }

    /// <summary>The place at an offset, or null when no stage can be named there.</summary>
    public static StagePlace? At(WorkspaceSnapshot snapshot, DocumentPath path, int offset)
    {
        if (snapshot.StagesIn(path) is { } model)
        {
            if (model.DeclarationAt(offset) is { } declared)
                return new Declaration(path, model, declared);
            return InsideAt(path, model, offset);
        }

        FromOutside? first = null;
        foreach (var target in snapshot.BuildTargetsAt(path))
        {
            foreach (var value in target.StageValues)
            {
                if (PlaceAt(snapshot, target, value, path, offset) is not { } place)
                    continue;
                // Several builds may share the words; one in which they mean something tells more.
                if (place.Stage is not null)
                    return place;
                first ??= place;
            }
        }

        return first;
    }

    private static FromOutside? PlaceAt(WorkspaceSnapshot snapshot, BuildTarget target, TextValue value, DocumentPath path, int offset)
    {
        // In one of the literal parts of a computed value (`${STAGE:-pr|od}`): that part.
        foreach (var candidate in value.Candidates)
        {
            if (candidate.File.Equals(path) && candidate.Span.Touches(offset))
                return new FromOutside(target, candidate, snapshot.Resolve(target), candidate.Span);
        }

        foreach (var alias in value.Aliases)
        {
            if (alias.File.Equals(path) && alias.Span.Touches(offset))
                return new FromOutside(target, value, snapshot.Resolve(target), alias.Span);
        }

        return value.File.Equals(path) && value.Reach.Touches(offset) ? new FromOutside(target, value, snapshot.Resolve(target), value.Span) : null;
    }

    private static StagePlace? InsideAt(DocumentPath path, DockerfileModel model, int offset)
    {
        var reference = model.ReferenceAt(offset);
        var user = reference ?? VariableLiteral.UserOfDefaultAt(model, offset);
        if (user is not null && VariableLiteral.Of(model, user) is { } literal && literal.Touches(offset))
            return new BehindVariable(path, model, user, literal);
        return reference is null ? null : new Inside(path, model, reference);
    }

    /// <summary>The name behind AS.</summary>
    public sealed record Declaration(DocumentPath File, DockerfileModel Model, Stage Declared) : StagePlace(Declared.NameSpan!.Value)
    {
        /// <inheritdoc/>
        public override Stage Stage => Declared;

        /// <inheritdoc/>
        public override DocumentPath Dockerfile => File;
    }

    /// <summary>A reference inside a Dockerfile.</summary>
    public sealed record Inside(DocumentPath File, DockerfileModel Model, StageReference Reference) : StagePlace(Reference.Span)
    {
        /// <inheritdoc/>
        public override Stage? Stage => StageMentions.StageOf(Model, Reference);

        /// <inheritdoc/>
        public override DocumentPath Dockerfile => File;
    }

    /// <summary>The name that a FROM takes from a variable, where it is written: an ARG's default or the fallback in the FROM.</summary>
    public sealed record BehindVariable(DocumentPath File, DockerfileModel Model, StageReference Reference, TextSpan Literal) : StagePlace(Literal)
    {
        /// <inheritdoc/>
        public override Stage? Stage => Reference.Stage;

        /// <inheritdoc/>
        public override DocumentPath Dockerfile => File;
    }

    /// <summary>A word of a build that names a stage, in a consumer's file or in one from which that takes something over.</summary>
    /// <param name="Target">The build.</param>
    /// <param name="Value">The word; it may stand elsewhere.</param>
    /// <param name="Resolved">The build's Dockerfile.</param>
    /// <param name="Where">Where it was met: the word itself, or what stands for it.</param>
    public sealed record FromOutside(BuildTarget Target, TextValue Value, ResolvedDockerfile Resolved, TextSpan Where) : StagePlace(Where)
    {
        /// <inheritdoc/>
        public override Stage? Stage => Resolved is ResolvedDockerfile.Found found && !Value.IsDynamic && Value.Text.Length > 0
            ? found.Model.FindTarget(Value.Text)
            : null;

        /// <inheritdoc/>
        public override DocumentPath? Dockerfile => (Resolved as ResolvedDockerfile.Found)?.Path;
    }
}
