using System.Collections.Immutable;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>A line of text over a FROM, or over a build that a consumer's file asks for. LSP: CodeLens.</summary>
/// <param name="Span">The FROM instruction, or the name of the build.</param>
/// <param name="Title">What it shows.</param>
public abstract record StageLens(TextSpan Span, string Title)
{
    /// <summary>Builds the stage when it is clicked.</summary>
    /// <param name="Span">The FROM instruction.</param>
    /// <param name="Title">What it shows.</param>
    /// <param name="Dockerfile">The Dockerfile to build.</param>
    /// <param name="Stage">The stage to build, or null for the default one when it has no name.</param>
    public sealed record Build(TextSpan Span, string Title, DocumentPath Dockerfile, string? Stage) : StageLens(Span, Title);

    /// <summary>Builds what a consumer's file asks for, the consumer's way, when it is clicked.</summary>
    /// <param name="Span">The name of the build in the file.</param>
    /// <param name="Title">What it shows.</param>
    /// <param name="File">The file.</param>
    /// <param name="Name">The name of the build (compose: the service).</param>
    public sealed record BuildOfConsumer(TextSpan Span, string Title, DocumentPath File, string Name) : StageLens(Span, Title);

    /// <summary>Shows places when it is clicked: those that name the stage, or the builds that ask for it.</summary>
    /// <param name="Span">The FROM instruction.</param>
    /// <param name="Title">What it shows.</param>
    /// <param name="Name">Where the stage gets its name, or its base when it has none.</param>
    /// <param name="Places">The places.</param>
    public sealed record References(TextSpan Span, string Title, TextSpan Name, ImmutableArray<FilePlace> Places) : StageLens(Span, Title);

    /// <summary>Shows the stage in the graph when it is clicked.</summary>
    /// <param name="Span">The FROM instruction.</param>
    /// <param name="Title">What it shows.</param>
    /// <param name="Dockerfile">The Dockerfile.</param>
    /// <param name="Stage">The stage, as the graph calls it.</param>
    public sealed record Graph(TextSpan Span, string Title, DocumentPath Dockerfile, string Stage) : StageLens(Span, Title);

    /// <summary>Only says something.</summary>
    /// <param name="Span">The FROM instruction.</param>
    /// <param name="Title">What it shows.</param>
    public sealed record Note(TextSpan Span, string Title) : StageLens(Span, Title);
}
