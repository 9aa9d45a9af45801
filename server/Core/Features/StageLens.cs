using System.Collections.Immutable;
using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features;

/// <summary>A line of text over a FROM. LSP: CodeLens.</summary>
/// <param name="Span">The FROM instruction.</param>
/// <param name="Title">What it shows.</param>
public abstract record StageLens(TextSpan Span, string Title)
{
    /// <summary>Builds the stage when it is clicked.</summary>
    /// <param name="Span">The FROM instruction.</param>
    /// <param name="Title">What it shows.</param>
    /// <param name="Dockerfile">The Dockerfile to build.</param>
    /// <param name="Stage">The stage to build, or null for the default one when it has no name.</param>
    public sealed record Build(TextSpan Span, string Title, DocumentPath Dockerfile, string? Stage) : StageLens(Span, Title);

    /// <summary>Shows the places that name the stage when it is clicked.</summary>
    /// <param name="Span">The FROM instruction.</param>
    /// <param name="Title">What it shows.</param>
    /// <param name="Name">Where the stage gets its name.</param>
    /// <param name="Mentions">The places.</param>
    public sealed record References(TextSpan Span, string Title, TextSpan Name, ImmutableArray<StageMention> Mentions) : StageLens(Span, Title);

    /// <summary>Only says something.</summary>
    /// <param name="Span">The FROM instruction.</param>
    /// <param name="Title">What it shows.</param>
    public sealed record Note(TextSpan Span, string Title) : StageLens(Span, Title);
}
