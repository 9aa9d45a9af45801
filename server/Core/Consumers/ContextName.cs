using System.Text.RegularExpressions;
using Dockstage.Core.Text;

namespace Dockstage.Core.Consumers;

/// <summary>The name of a context that a build is given besides its own.</summary>
/// <param name="File">The document that gives it.</param>
/// <param name="Value">The name, where it is written.</param>
public sealed partial record ContextName(DocumentPath File, TextValue Value)
{
    /// <summary>
    /// The part of a context's name that is the name of a stage: <c>build::linux/arm64</c> is for one platform.
    /// </summary>
    public static TextValue StageIn(TextValue name)
    {
        if (name.IsComputed || name.Span.Length != name.Text.Length || StagePart().Match(name.Text).Groups["stage"] is not { Success: true, Length: var length, Index: var start } || length == name.Text.Length)
            return name;
        var span = new TextSpan(name.Span.Start + start, length);
        return name with { Text = name.Text.Substring(start, length), Span = span, Reach = span };
    }

    [GeneratedRegex("^(?<stage>[^/:@]+)(::.*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex StagePart();

    /// <summary>What the name stands for: a folder, a URL, another build; null when nothing is written.</summary>
    public TextValue? Given { get; init; }

    /// <summary>The folder that it stands for; null for a URL, another build, and what is computed.</summary>
    public DocumentPath? Folder { get; init; }

    /// <summary>
    /// Whether the consumer's own tool does not give it, but another one that reads the file too (bake reads compose files, and <c>x-bake</c> in them).
    /// </summary>
    public bool IsOfOtherTool { get; init; }

    /// <summary>The folder from which the path of <see cref="Given"/> counts, or null for a document without one.</summary>
    public DocumentPath? From { get; init; }
}
