using Dockstage.Core.Consumers;
using Dockstage.Core.Rules;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features.Fixes;

/// <summary>One finding that is to be put right.</summary>
/// <param name="Snapshot">The workspace in which it was found.</param>
/// <param name="Path">The document in which it was found; it is known.</param>
/// <param name="Found">The finding.</param>
public sealed record FixRequest(WorkspaceSnapshot Snapshot, DocumentPath Path, Diagnostic Found)
{
    /// <summary>The words at fault.</summary>
    public TextSpan Span => Found.Span;

    /// <summary>The text of the document.</summary>
    public SourceText Text => Snapshot.Find(Path).Document!.Text;

    /// <summary>What the document says when it is a Dockerfile, or null.</summary>
    public DockerfileModel? Dockerfile => Snapshot.StagesIn(Path);

    /// <summary>The instruction at the words at fault, or null: in another kind of file, in a comment.</summary>
    public CheckedInstruction? Instruction
    {
        get
        {
            if (Dockerfile is not { } model || model.Syntax.IndexAt(Span.Start) is not (>= 0 and var place) || model.Syntax.Items[place] is not Instruction syntax)
                return null;
            return new CheckedInstruction(syntax, place, model.Syntax.StartOf(place), model.Stages.LastOrDefault(stage => stage.Span.Start <= Span.End));
        }
    }

    /// <summary>The reference to a stage at the words at fault, or null.</summary>
    public StageReference? Reference
    {
        get
        {
            foreach (var reference in Dockerfile?.References ?? [])
            {
                if (reference.Span.Contains(Span) || Span.Contains(reference.Span))
                    return reference;
            }

            return null;
        }
    }

    /// <summary>The build whose target is at fault, in a consumer's file; else null.</summary>
    public BuildTarget? Target
    {
        get
        {
            foreach (var target in Snapshot.BuildTargetsAt(Path))
            {
                if (target.Target?.Literal is { } value && value.Place == new FilePlace(Path, Span) && IsAtFault(target, value))
                    return target;
            }

            return null;
        }
    }

    /// <summary>Whether a build lacks its target: of several that share the words, some may be right.</summary>
    private bool IsAtFault(BuildTarget target, TextValue value) =>
        Found.Rule is not TargetNotFound
        || (Snapshot.Resolve(target) is ResolvedDockerfile.Found found && found.Model.FindTarget(value.Text) is null);

    /// <summary>The edit after which a value of the build at fault says another name: names need no escapes, so there always is one.</summary>
    internal TextEdit Rewrite(TextValue value, string name) =>
        ValueEdit.Of(Snapshot, value.Place, value.Text, name) ?? new TextEdit(value.Span, name);

    /// <summary>A change of this document alone.</summary>
    internal FixChange Change(params IEnumerable<TextEdit> edits) => FixChange.Of(edits.Select(edit => (Path, edit)));
}
