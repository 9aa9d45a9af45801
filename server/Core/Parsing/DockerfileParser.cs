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
        var (items, escape) = LineSplitter.Split(whole);
        return new DockerfileSyntax(items)
        {
            Escape = escape,

            // BuildKit also takes `// syntax=`, for front ends whose files are no Dockerfiles.
            FrontEnd = DirectiveLookup.Find(whole, "syntax") ?? DirectiveLookup.Find(whole, "syntax", "//"),
            CheckOptions = DirectiveLookup.Find(whole, "check"),
        };
    }
}
