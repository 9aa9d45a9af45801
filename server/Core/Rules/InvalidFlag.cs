using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>
/// A flag with a value that it cannot have, or without the value that it needs: <c>missing a value on flag: --from</c>, <c>invalid network mode
/// "bridge"</c>.
/// </summary>
public sealed class InvalidFlag : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            A flag lacks its value, or has one that BuildKit does not take: `--link=yes`, `--network=bridge`, `--interval=5`, `--chmod=888`, a `--checksum` for a
            file of the context.
            """,
        Matters = "The file cannot be built. String flags need their value behind `=`, without blanks: `--from build` is a flag without value and a path.",
        Bad = """
            FROM alpine:3.20
            RUN --network=bridge apk add git
            """,
        Good = """
            FROM alpine:3.20
            RUN --network=default apk add git
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file) =>
        file.Errors.Select(InWriting).OfType<Finding>().Concat(file.Parts.SelectMany(InValues)).Concat(file.Steps.SelectMany(step => InStep(file, step)));

    private static Finding? InWriting(CheckedError error) => error.Kind switch
    {
        SyntaxErrorKind.MissingFlagValue => Refuse(error.Span, $"missing a value on flag: --{error.Flag.Name.Text}", error.In.Related),
        SyntaxErrorKind.InvalidFlagBoolean => Refuse(
            error.Span, $"expecting boolean value for flag --{error.Flag.Name.Text}, not: {error.Flag.ValueAsRead}", error.In.Related),
        _ => null,
    };

    /// <summary>Values that are checked when the file is read.</summary>
    private static IEnumerable<Finding> InValues(CheckedParts parts)
    {
        var isCheck = parts.Parts.Keyword == InstructionKeyword.Healthcheck
            && string.Equals(parts.Parts.Content.CheckKind?.Text, "CMD", StringComparison.OrdinalIgnoreCase);
        foreach (var flag in parts.Parts.Flags)
        {
            if (flag.ValueAsRead is not { } value)
                continue;
            var problem = (parts.Parts.Keyword, flag.Name.Text) switch
            {
                (InstructionKeyword.Run, "network") when value is not ("default" or "none" or "host") => $"invalid network mode {QuotedText.Of(value)}",
                (InstructionKeyword.Run, "security") when value is not ("sandbox" or "insecure") => $"security {QuotedText.Of(value)} is not valid",
                (InstructionKeyword.Healthcheck, var name) when isCheck && IsKnown(name) => HealthcheckValue.ProblemOf(name, value),
                _ => null,
            };
            if (problem is not null)
                yield return Refuse(parts.InFile(SpanOf(flag)), problem, parts.Related);
        }

        bool IsKnown(string name) => KnownFlags.Of(InstructionKeyword.Healthcheck).Any(flag => flag.Name == name);
    }

    /// <summary>Values that are checked when the instruction is run, their variables replaced.</summary>
    private static IEnumerable<Finding> InStep(CheckedDockerfile file, CheckedStep step)
    {
        foreach (var flag in step.Parts.Flags)
        {
            var problem = (step.Keyword, flag.Name.Text, flag.Value) switch
            {
                (InstructionKeyword.Copy or InstructionKeyword.Add, "chmod", { } value) when step.Step.Expand(value).Value is { } mode => ProblemOfMode(mode),
                (InstructionKeyword.Add, "checksum", { } value) when step.Step.Expand(value).Value is { Length: > 0 } sum => ProblemOfChecksum(step, sum),
                (InstructionKeyword.Run, "device", { Text.Length: > 0 }) when !IsLabs(file.Model.Syntax.FrontEnd) =>
                    "device feature is only supported in Dockerfile frontend 1.14.0-labs or later",
                _ => null,
            };
            if (problem is not null)
                yield return Refuse(step.Written(SpanOf(flag)), problem, step.Step.IsTriggered ? file.RunsAt(step.Stage) : []);
        }
    }

    /// <summary>An octal number; what begins with a letter or a sign is read as <c>chmod</c> reads it, and left alone here.</summary>
    private static string? ProblemOfMode(string mode) => mode.Length > 0 && char.IsAsciiDigit(mode[0]) && !IsOctal(mode)
        ? $"invalid chmod parameter: '{mode}'. it should be octal string and between 0 and 07777"
        : null;

    private static bool IsOctal(string mode) => !mode.AsSpan().ContainsAnyExceptInRange('0', '7') && mode.TrimStart('0').Length <= 4;

    private static string? ProblemOfChecksum(CheckedStep step, string checksum)
    {
        var sources = step.Step.CopiedPaths.ToList();
        if (step.Parts.Content.Destination is null)
            return null;
        if (sources.Count != 1)
            return "checksum can't be specified for multiple sources";
        if (step.Step.Expand(sources[0].Value).Value is not { } source)
            return null;
        if (!MayBeRemote(source))
            return "checksum requires HTTP(S) or Git sources";
        return source.StartsWith("http", StringComparison.Ordinal) && !source.Contains(".git", StringComparison.Ordinal) && !IsDigest(checksum)
            ? "invalid checksum digest format"
            : null;
    }

    /// <summary>A URL, or a repository in the manner of scp; everything else surely lies in the context.</summary>
    private static bool MayBeRemote(string source) =>
        source.Contains("://", StringComparison.Ordinal) || source.Contains('@') || source.Contains(".git", StringComparison.Ordinal)
        || source.StartsWith("github.com/", StringComparison.Ordinal);

    /// <summary>Whether a text has the form of a digest at all: <c>algorithm:hash</c>.</summary>
    private static bool IsDigest(string text) => text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && colon < text.Length - 1;

    private static bool IsLabs(string? frontEnd) => frontEnd?.Contains("labs", StringComparison.Ordinal) == true;

    private static TextSpan SpanOf(Flag flag) => flag.Value is { Span.IsEmpty: false } value ? value.Span : flag.Span;
}
