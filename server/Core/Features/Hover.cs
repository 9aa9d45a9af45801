using Dockstage.Core.Consumers;
using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>What is shown when the pointer rests on a word. LSP: <c>textDocument/hover</c>.</summary>
public static class Hover
{
    /// <summary>
    /// The description of the stage named at an offset: ancestry, doc comment, who builds it, what it takes and gives, what a build of it
    /// runs and skips, and the command for it. In a consumer's file, at the name of a build, what it is built from and where that is written. Of
    /// a named context who gives it and who uses it. On an instruction or a flag, what it does. Null at other words.
    /// </summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="path">The document asked about.</param>
    /// <param name="offset">A place in it, in UTF-16 units.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="options">The user's choices for the command.</param>
    /// <param name="helps">Whether instructions and flags are explained, which other extensions for Dockerfiles do too.</param>
    /// <param name="root">The folder in which a command would be pasted; null for its own.</param>
    public static HoverText? At(
        WorkspaceSnapshot snapshot, DocumentPath path, int offset, Language language, BuildOptions options, bool helps = true, DocumentPath? root = null) =>
        OfStage(snapshot, path, offset, language, options, root)
        ?? OfBuild(snapshot, path, offset, language, options, root)
        ?? ContextDescription.At(snapshot, path, offset, language)
        ?? (helps && snapshot.StagesIn(path) is { } dockerfile ? InstructionHelp.At(dockerfile, offset, language) : null);

    private static HoverText? OfBuild(
        WorkspaceSnapshot snapshot, DocumentPath path, int offset, Language language, BuildOptions options, DocumentPath? root) =>
        BuildDescription.At(snapshot, path, offset, language) is var (build, hover)
            ? hover with { Markdown = hover.Markdown + (build.Name is { } name ? Block(CommandOf(snapshot, build, name, options), options, root) : "") }
            : null;

    /// <summary>What is told comes of all files together: so does the command of the last one, which names them all.</summary>
    private static BuildCommandResult CommandOf(WorkspaceSnapshot snapshot, BuildTarget build, string name, BuildOptions options) =>
        build.MergedFiles is [.., var last] && !last.Equals(build.File)
            ? BuildCommand.ForConsumer(snapshot, last, name, options)
            : BuildCommand.ForConsumer(snapshot, build, options);

    private static HoverText? OfStage(
        WorkspaceSnapshot snapshot, DocumentPath path, int offset, Language language, BuildOptions options, DocumentPath? root)
    {
        if (StagePlace.At(snapshot, path, offset) is not { Stage: { } stage, Dockerfile: { } dockerfile } place
            || !place.Span.Touches(offset)
            || snapshot.DockerfileAt(dockerfile) is not { } model)
        {
            return null;
        }

        var description = StageDescription.Markdown(snapshot, dockerfile, model, stage, path, language);
        var plan = StagePlanText.Of(model, stage, language);
        if (place is StagePlace.FromOutside { Value: var value } && ValueOriginText.Of(snapshot, value, new FilePlace(path, place.Span), language) is { } origin)
            description += $"\n\n{origin}";
        return new HoverText(place.Span, description + plan + Command(snapshot, dockerfile, model, stage, options, root));
    }

    /// <summary>Nothing for a stage that no build can ask for.</summary>
    private static string Command(
        WorkspaceSnapshot snapshot, DocumentPath dockerfile, DockerfileModel model, Stage stage, BuildOptions options, DocumentPath? root) =>
        model.FindTarget(stage.Name ?? "") == stage ? Block(BuildCommand.For(snapshot, dockerfile, stage.Name, options), options, root) : "";

    /// <summary>A command as a block of code; nothing for a document that is no file, and where the line could not be pasted.</summary>
    private static string Block(BuildCommandResult result, BuildOptions options, DocumentPath? root) =>
        result is BuildCommandResult.Made { Command: var command }
        && PastedLine.Of(command, root ?? command.Folder, options.Shell) is { Problem: null } line
            ? $"\n\n{MarkdownText.Block(line.Text, "sh")}"
            : "";
}
