using Dockstage.Core.Semantics;

namespace Dockstage.Core.Rules;

/// <summary>A name behind AS that cannot name a stage: <c>^[a-z][a-z0-9-_.]*$</c> after lower-casing; variables are not expanded.</summary>
public sealed class InvalidStageName : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "The word behind `AS` cannot be the name of a stage.",
        Matters = """
            A name begins with a letter and goes on with Latin letters, digits, `-`, `_` and `.`. Variables are not expanded in it, and quotes do not
            belong there.
            """,
        Bad = """
            FROM golang:1.26 AS 1st
            RUN go build -o /app .
            """,
        Good = """
            FROM golang:1.26 AS first
            RUN go build -o /app .
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file)
    {
        foreach (var (instruction, stage) in file.Froms)
        {
            if (stage.Name is not null || instruction.Parts.From?.Name is not { Text.Length: > 0 } name)
                continue;
            yield return Refuse(instruction.InFile(name.Span), StageName.ErrorOf(name.Text)!);
        }
    }
}
