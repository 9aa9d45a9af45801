using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Parsing;

/// <summary>Reads a Dockerfile. Every text is one: what makes no sense is kept as it is, and nothing throws.</summary>
public static class DockerfileParser
{
    /// <summary>Reads a text into its pieces.</summary>
    public static DockerfileSyntax Parse(SourceText text)
    {
        var whole = text.ToString();
        var splitter = new LineSplitter(whole);
        splitter.Split();
        return Finish(splitter, whole);
    }

    /// <summary>
    /// Reads a text that differs little from another: pieces above and below the difference, with all that has been read in them, are
    /// taken from the other. The outcome says the same as <see cref="Parse(SourceText)"/>.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="previousText">The other text.</param>
    /// <param name="previous">The pieces of that.</param>
    /// <param name="shared">What they have in common now.</param>
    public static DockerfileSyntax Parse(SourceText text, SourceText previousText, DockerfileSyntax previous, out SharedItems shared)
    {
        if (WindowSplit.Parse(text, previousText, previous, out shared) is { } syntax)
            return syntax;
        var whole = text.ToString();
        var splitter = new LineSplitter(whole, previous.Items.Length);
        shared = new IncrementalSplit(splitter, whole, previousText.ToString(), previous).Split();
        return Finish(splitter, whole);
    }

    private static DockerfileSyntax Finish(LineSplitter splitter, string text) => splitter.Pieces.Build(
        splitter.Escape,

        // BuildKit also takes `// syntax=` and `{"syntax": …}`, for front ends whose files are no Dockerfiles.
        DirectiveLookup.Find(text, "syntax") ?? DirectiveLookup.Find(text, "syntax", "//") ?? DirectiveLookup.FindInJson(text),
        DirectiveLookup.Find(text, "check"));
}
