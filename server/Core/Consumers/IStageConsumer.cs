using System.Collections.Immutable;
using Dockstage.Core.Documents;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers;

/// <summary>A kind of file that asks for stages to be built. One implementation is one file (or folder) plus one line in <see cref="StageConsumers"/>.</summary>
public interface IStageConsumer
{
    /// <summary>Its name in settings and output: <c>compose</c>, <c>bake</c>, …</summary>
    string Name { get; }

    /// <summary>Whether a file is of this kind, by its name alone, or by the editor's language id where one is known. Cheap.</summary>
    bool Claims(DocumentPath path, string? languageId);

    /// <summary>The name of files that say which others are of this kind, whatever those are called (Compose: <c>.env</c>); null where none does.</summary>
    string? NamingFile => null;

    /// <summary>The words of a file called <see cref="NamingFile"/> that say which files are of this kind, whether or not they exist, in its order. Cheap.</summary>
    ImmutableArray<FileReference> NamedBy(Document document) => [];

    /// <summary>
    /// What a file says, and what comes of it together with the files that it takes in or is laid over. Never fails: broken text yields what
    /// still makes sense. Other documents are asked for from <paramref name="documents"/>, which also records what was read.
    /// </summary>
    ConsumerFile Read(Document document, IDocumentSource documents);

    /// <summary>
    /// The edit after which words of a value that <see cref="Read"/> told of say another text, with quotes where the format needs them; null where
    /// that cannot be written there.
    /// </summary>
    /// <param name="document">The file in which they stand: one of this kind, one that such a file takes in, or a <see cref="NamingFile"/>.</param>
    /// <param name="span">Where they stand, without quotes.</param>
    /// <param name="said">What they say now.</param>
    /// <param name="text">What they are to say, on one line.</param>
    TextEdit? Rewrite(Document document, TextSpan span, string said, string text) => new TextEdit(span, text);

    /// <summary>
    /// The edits of a file that name the Dockerfile of a build that leaves it to the default; empty where they cannot be told.
    /// </summary>
    /// <param name="document">The file.</param>
    /// <param name="target">The build.</param>
    /// <param name="path">The Dockerfile, relative to the context, with <c>/</c>.</param>
    ImmutableArray<TextEdit> NameDockerfile(Document document, BuildTarget target, string path) => [];

    /// <summary>
    /// The edits of a file that name the context of a build that leaves it to the default; empty where they cannot be told.
    /// </summary>
    /// <param name="document">The file in which the build's name stands: one of this kind, or one that such a file takes in.</param>
    /// <param name="target">The build.</param>
    /// <param name="path">The context, relative to the folder from which paths in the file count, with <c>/</c>.</param>
    ImmutableArray<TextEdit> NameContext(Document document, BuildTarget target, string path) => [];

    /// <summary>
    /// The words that build one of a file's targets with the consumer's own tool, so that context, file, arguments and image name are the
    /// consumer's: what stands behind the engine's program (<c>docker</c>, <c>podman</c>, <c>nerdctl</c>), to be run in the file's folder.
    /// </summary>
    /// <param name="document">The file.</param>
    /// <param name="target">The target, which has a name; what it is merged with is counted in.</param>
    /// <param name="builder">The buildx builder to use, or null for the current one.</param>
    /// <param name="documents">Other documents, such as the one over which the file is laid.</param>
    ImmutableArray<string> BuildArguments(Document document, BuildTarget target, string? builder, IDocumentSource documents);

    /// <summary>
    /// The words that make the consumer's own tool say what it makes of a file, with the variables of the shell: what stands behind the engine's program, to be
    /// run in the file's folder. The tool builds nothing then. Empty where the kind has no such tool.
    /// </summary>
    /// <param name="document">The file.</param>
    /// <param name="documents">Other documents, such as the one over which the file is laid.</param>
    ImmutableArray<string> QuestionArguments(Document document, IDocumentSource documents) => [];

    /// <summary>The builds in the tool's answer to <see cref="QuestionArguments"/>; null when it is none.</summary>
    /// <param name="document">The file.</param>
    /// <param name="answer">What the tool printed on its standard output.</param>
    /// <param name="documents">Other documents.</param>
    ImmutableArray<ToldBuild>? Told(Document document, string answer, IDocumentSource documents) => null;
}
