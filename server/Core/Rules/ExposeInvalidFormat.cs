using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>EXPOSE with an address or a port of the host: <c>EXPOSE 127.0.0.1:80:80</c>, <c>EXPOSE 5000:5000</c>.</summary>
public sealed class ExposeInvalidFormat : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => true;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "`EXPOSE` with a port of the host or an address, as `docker run --publish` takes them.",
        Matters = "`EXPOSE` only says on which port of the container something listens. The part for the host has no effect.",
        Bad = """
            FROM alpine:3.20
            EXPOSE 127.0.0.1:8080:80
            """,
        Good = """
            FROM alpine:3.20
            EXPOSE 80
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file) =>
        from step in file.Steps
        where step.Keyword == InstructionKeyword.Expose
        from port in step.Parts.Content.Arguments.Zip(step.Step.ExpandedArguments)
        where port.Second?.Contains(':', StringComparison.Ordinal) == true
        select Warn(
            step.InFile(port.First.Span),
            $"EXPOSE instruction should not define an IP address or host-port mapping, found '{port.Second}'");
}
