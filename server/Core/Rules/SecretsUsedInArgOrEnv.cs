using System.Text.RegularExpressions;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>An ARG or ENV whose name says that it holds a secret. BuildKit looks at stages only, not at ARG lines above the first FROM.</summary>
public sealed partial class SecretsUsedInArgOrEnv : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => true;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "An `ARG` or `ENV` in a stage whose name holds a word such as `password`, `secret`, `token` or `key`.",
        Matters = """
            The value can be read in the image or in its history by whoever has the image. `RUN --mount=type=secret` hands a secret to one
            command and leaves no trace.
            """,
        Bad = """
            FROM alpine:3.20
            ARG API_TOKEN
            """,
        Good = """
            FROM alpine:3.20
            RUN --mount=type=secret,id=api-token cat /run/secrets/api-token
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var step in file.Steps.Where(step => step.Keyword is InstructionKeyword.Arg or InstructionKeyword.Env))
        {
            foreach (var pair in step.Parts.Content.Assignments)
            {
                var key = pair.Key.Text;
                if (Secret().IsMatch(key) && !Harmless().IsMatch(key))
                {
                    var kind = step.Keyword == InstructionKeyword.Arg ? "ARG" : "ENV";
                    yield return Warn(
                        step.InFile(pair.Key.Span), $"Do not use ARG or ENV instructions for sensitive data ({kind} \"{key}\")");
                }
            }
        }
    }

    [GeneratedRegex("(?:_|^)(?:apikey|auth|credential|credentials|key|password|pword|passwd|secret|token)(?:_|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    [GeneratedRegex("(?:_|^)(?:public|file|version)(?:_|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();
}
