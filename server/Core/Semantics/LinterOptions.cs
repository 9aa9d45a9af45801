using Dockstage.Core.Parsing;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Semantics;

/// <summary>The options that a file gives to BuildKit's linter (<c># check=</c>).</summary>
internal static class LinterOptions
{
    /// <summary>
    /// Where <see cref="DockerfileSyntax.CheckOptions"/> stand in the file, or null when there are none. BuildKit takes the first line in the
    /// form of that directive and cuts its value at the first blank.
    /// </summary>
    public static TextSpan? SpanIn(DockerfileSyntax syntax)
    {
        if (syntax.CheckOptions is not { } options)
            return null;
        for (var place = 0; place < syntax.Items.Length && syntax.Items[place] is not Instruction; place++)
        {
            var line = syntax.Items[place].Text.TrimEnd('\r', '\n');
            if (DirectiveLine.Read(line, line.StartsWith('\uFEFF') ? 1 : 0) is { Key: "check", ValueSpan: var span })
                return new TextSpan(span.Start, options.Length).Shift(syntax.StartOf(place));
        }

        return null;
    }
}
