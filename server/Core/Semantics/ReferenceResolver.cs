using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dockstage.Core.Parsing;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Semantics;

/// <summary>From the text in COPY or a mount to what BuildKit takes it for.</summary>
/// <param name="stages">The stages of the file.</param>
/// <param name="names">Their names.</param>
/// <param name="contexts">The named contexts of the build.</param>
/// <param name="escape">The escape character of the file.</param>
internal sealed class ReferenceResolver(ImmutableArray<Stage> stages, StageNames names, NamedContexts contexts, char escape)
{
    private const string Scratch = "scratch";

    /// <summary>The meaning of the value of <c>--from</c> or of a mount's <c>from</c>, in whatever stage it stands.</summary>
    /// <param name="kind">Which of both.</param>
    /// <param name="text">The value, quotes and escapes of the flag removed.</param>
    /// <param name="mountType">The type of the mount in lower case, or null.</param>
    public ReferenceMeaning Resolve(StageReferenceKind kind, string text, string? mountType = null) => kind switch
    {
        StageReferenceKind.CopyFrom => ResolveCopy(text),
        StageReferenceKind.MountFrom => ResolveMount(text, mountType),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// What COPY takes as the index of a stage, existing or not; null for any other text. BuildKit: Go's <c>Atoi</c>, 64 bits wide, so that
    /// a longer number is a name again.
    /// </summary>
    internal static long? IndexOf(string text)
    {
        var digits = text.AsSpan();
        if (!digits.IsEmpty && digits[0] is '+' or '-')
            digits = digits[1..];
        return !digits.IsEmpty
            && !digits.ContainsAnyExceptInRange('0', '9')
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
                ? index
                : null;
    }

    private ReferenceMeaning ResolveCopy(string text)
    {
        if (text.Length == 0)
            return new ReferenceMeaning.OfBuildContext();
        var expansion = Expand(text);
        if (expansion.Error is { } error)
            return new ReferenceMeaning.OfNothing(ReferenceProblem.Of(text, error));
        if (expansion.Value != text)
            return new ReferenceMeaning.OfNothing(ReferenceProblem.VariableInCopy);
        if (IndexOf(text) is not { } index)
            return ResolveName(text);
        return index >= 0 && index < stages.Length
            ? new ReferenceMeaning.OfStage(stages[(int)index])
            : new ReferenceMeaning.OfNothing(ReferenceProblem.Index(index));
    }

    private ReferenceMeaning ResolveMount(string text, string? type)
    {
        if (text.IndexOf('$', StringComparison.Ordinal) is >= 0 and var dollar && dollar < text.Length - 1)
            return new ReferenceMeaning.OfNothing(ReferenceProblem.VariableInMount);
        if (type == "secret" && text.Length > 0)
            return new ReferenceMeaning.OfNothing(ReferenceProblem.SecretMount);
        if (text.Length == 0)
            return type == "cache" ? new ReferenceMeaning.OfScratch() : new ReferenceMeaning.OfBuildContext();
        return ResolveName(text);
    }

    private ReferenceMeaning ResolveName(string text)
    {
        // BuildKit reads flags byte by byte, so that letters outside ASCII never arrive as they were written.
        if (Ascii.IsValid(text) && names.Last(text.ToLowerInvariant()) is { } last)
            return new ReferenceMeaning.OfStage(stages[last]);
        if (text == Scratch)
            return new ReferenceMeaning.OfScratch();
        if (contexts.Find(text, AutomaticArgs.Platform) is { } context)
            return new ReferenceMeaning.OfContext(context);
        return ImageReference.Read(Flag.AsRead(text), out var error) is null
            ? new ReferenceMeaning.OfNothing(ReferenceProblem.Image(Flag.AsRead(text), error!))
            : new ReferenceMeaning.OfImage(text);
    }

    private Expansion Expand(string text) => text.AsSpan().IndexOfAny("$'\"") < 0 && !text.Contains(escape)
        ? Expansion.Of(text)
        : ShellLexer.Expand(text, escape, _ => VariableValue.Unset);
}
