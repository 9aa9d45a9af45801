using System.Collections.Immutable;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>
/// The last comment above a FROM or ARG does not begin with the name that it declares, so that <c>docker build --call=targets</c> does not
/// show it. Experimental in BuildKit.
/// </summary>
public sealed class InvalidDefinitionDescription : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => true;

    /// <inheritdoc/>
    public override bool IsExperimental => true;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "The comment above a stage or an `ARG` does not begin with its name.",
        Matters = """
            A comment `# build compiles the program` above the stage `build` is its description: hover shows it, and so does
            `docker build --call=targets`. A comment in another form is none.
            """,
        Bad = """
            # compiles the program
            FROM golang:1.26 AS build
            """,
        Good = """
            # build compiles the program
            FROM golang:1.26 AS build
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var instruction in file.Instructions)
        {
            var names = NamesOf(instruction);
            var last = AttachedComments.Above(file.Model.Syntax, instruction.Place).LastOrDefault();
            if (names.IsEmpty || last is null || names.Contains(last.Content.Split(' ')[0]))
                continue;
            var kind = instruction.Keyword == InstructionKeyword.From ? "FROM" : "ARG";
            var example = names.Length == 1 ? names[0] : "<arg_key>";
            yield return Warn(instruction.Span, $"Comment for {kind} should follow the format: `# {example} <description>`");
        }
    }

    private static ImmutableArray<string> NamesOf(CheckedInstruction instruction) => instruction switch
    {
        { Keyword: InstructionKeyword.From, Stage.Name: { } name } => [name],
        { Keyword: InstructionKeyword.Arg } => [.. instruction.Parts.Content.Assignments.Select(one => one.Key.Text)],
        _ => [],
    };
}
