using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers;

/// <summary>Which Dockerfile a <see cref="BuildTarget"/> is built from.</summary>
public sealed record DockerfileChoice
{
    /// <summary>
    /// Where it may be, best first; the first that exists is the one. BuildKit: a file asked for as <c>Dockerfile</c> may also be called
    /// <c>dockerfile</c>. Empty when nothing can be known: remote context, computed path.
    /// One that is written inside a file is a document inside that file.
    /// </summary>
    public required ImmutableArray<DocumentPath> Candidates { get; init; }

    /// <summary>
    /// Where it may lie as well, if paths of the file count from another folder than they seem to: nothing says so, hence no build is told of there, but that there
    /// is no Dockerfile cannot be said either.
    /// </summary>
    public ImmutableArray<DocumentPath> Elsewhere { get; init; } = [];

    /// <summary>The words that name it (<c>dockerfile: x</c>), or null when it is the default.</summary>
    public TextValue? Value { get; init; }

    /// <summary>Where to say that it does not exist: the words that name it, else those that name the context, else the build itself.</summary>
    public required FilePlace Blame { get; init; }

    /// <summary>Whether the Dockerfile is written inside the consumer's file (<c>dockerfile_inline</c>).</summary>
    public bool IsInline { get; init; }

    /// <summary>The text of a Dockerfile that is written inside the consumer's file, where it stands; else null.</summary>
    public TextValue? Inline { get; init; }

    /// <summary>The document that the text inside the consumer's file is; null also where its places cannot be told.</summary>
    public EmbeddedText? Embedded { get; init; }
}
