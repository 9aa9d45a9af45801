using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>
/// An argument that the instruction cannot have: <c>Syntax error - can't find = in "B". Must be of the form: name=value</c>, <c>ARG names can not be
/// blank</c>, <c>invalid containerPort: http</c>.
/// </summary>
public sealed class InvalidArgument : RefusalRule
{
    private const string BlankVolume = "VOLUME specified can not be an empty string";

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            An argument has not the form that its instruction needs: a word without `=` among the pairs of `ENV` or `LABEL`, an empty name, a JSON array with
            something in it that is no string, `SHELL` without JSON, `HEALTHCHECK` with another word than `CMD` or `NONE`, an empty `VOLUME`, a port or a signal that
            there is not, a URL in `COPY`.
            """,
        Matters = "The file cannot be built. Blanks around `=` are a usual cause: `ARG A = b` declares three arguments.",
        Bad = """
            ARG VERSION = 3.20
            FROM alpine:$VERSION
            """,
        Good = """
            ARG VERSION=3.20
            FROM alpine:$VERSION
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file) =>
        file.Errors.Select(InWriting).OfType<Finding>().Concat(file.Steps.SelectMany(step => InStep(file, step)));

    private static Finding? InWriting(CheckedError error)
    {
        var text = error.Kind switch
        {
            SyntaxErrorKind.JsonNotAllStrings => "when using JSON array syntax, arrays must be comprised of strings only",
            SyntaxErrorKind.MissingEquals => $"Syntax error - can't find = in {QuotedText.Of(error.Argument)}. Must be of the form: name=value",
            SyntaxErrorKind.BlankName => $"{error.In.Name} names can not be blank",
            SyntaxErrorKind.UnknownCheckKind => $"Unknown type {QuotedText.Of(error.Argument.ToUpperInvariant())} in HEALTHCHECK (try CMD)",
            SyntaxErrorKind.ShellNotJson => "SHELL requires the arguments to be in JSON form",
            SyntaxErrorKind.BlankVolume => BlankVolume,
            _ => null,
        };
        return text is null ? null : Refuse(error.Span, text, error.In.Related);
    }

    /// <summary>What is seen only when the instruction is run, its variables replaced.</summary>
    private static IEnumerable<Finding> InStep(CheckedDockerfile file, CheckedStep step)
    {
        Func<string, string?>? check = step.Keyword switch
        {
            InstructionKeyword.Stopsignal => StopSignal.ProblemOf,
            InstructionKeyword.Expose => ProblemOfPorts,
            InstructionKeyword.Volume => volume => volume.Length == 0 ? BlankVolume : null,
            InstructionKeyword.Copy => ProblemOfSource,
            _ => null,
        };
        if (check is null)
            yield break;
        foreach (var argument in step.Keyword == InstructionKeyword.Copy ? step.Step.CopiedPaths : step.Parts.Content.Arguments)
        {
            // What is blank as it is written, BuildKit has seen before.
            if (!string.IsNullOrWhiteSpace(argument.Value.Text)
                && step.Step.Expand(argument.Value).Value is { } value
                && check(value) is { } problem)
            {
                yield return Refuse(step.Written(argument.Span), problem, step.Step.IsTriggered ? file.RunsAt(step.Stage) : []);
            }
        }
    }

    /// <summary>What a variable holds may be several words.</summary>
    private static string? ProblemOfPorts(string words) =>
        words.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Select(ExposedPort.ProblemOf).FirstOrDefault(problem => problem is not null);

    private static string? ProblemOfSource(string source)
    {
        if (!source.StartsWith("http://", StringComparison.Ordinal) && !source.StartsWith("https://", StringComparison.Ordinal))
            return null;
        return source.Split('?', '#')[0].EndsWith(".git", StringComparison.Ordinal)
            ? "source can't be a git ref for COPY"
            : "source can't be a URL for COPY";
    }
}
