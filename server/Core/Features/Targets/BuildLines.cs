using Dockstage.Core.Text;
using Dockstage.Core.Workspace;

namespace Dockstage.Core.Features.Targets;

/// <summary>The lines of a document that tell of a build: that of its name, and those below it that are indented further.</summary>
/// <param name="First">The first, from 0.</param>
/// <param name="Last">The last that is not blank, from 0.</param>
public sealed record BuildLines(int First, int Last)
{
    /// <summary>Those of a build in the file that asks for it; null where its name stands in another file.</summary>
    public static BuildLines? Of(ConsumerBuild build, SourceText text)
    {
        if (!build.Target.NamePlace.File.Equals(build.Target.File))
            return null;
        var first = text.LineAt(build.Target.NamePlace.Span.Start);
        var margin = Indentation(first);
        var last = first;
        for (var line = first + 1; line < text.LineCount; line++)
        {
            if (Indentation(line) is not { } here)
                continue;
            if (here <= margin)
                break;
            last = line;
        }

        return new BuildLines(first, last);

        // Null for a blank line.
        int? Indentation(int line)
        {
            var letters = text.Slice(text.LineSpan(line));
            var blanks = letters.Length - letters.TrimStart().Length;
            return blanks == letters.Length ? null : blanks;
        }
    }
}
