using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>A file of ARG lines without any FROM: <c>dockerfile contains no stages to build</c>.</summary>
public sealed class NoStages : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "A Dockerfile without `FROM`, though with `ARG` lines that could stand above one.",
        Matters = "There is nothing to build.",
        Bad = """
            ARG VERSION=3.20
            """,
        Good = """
            ARG VERSION=3.20
            FROM alpine:${VERSION}
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file)
    {
        var instructions = file.Instructions.ToList();
        return instructions.Count > 0 && instructions.All(instruction => instruction.Keyword == InstructionKeyword.Arg)
            ? [Refuse(instructions[^1].Span, "dockerfile contains no stages to build")]
            : [];
    }
}
