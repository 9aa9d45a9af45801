using Dockstage.Core.Semantics;

namespace Dockstage.Core.Rules;

/// <summary>
/// A name that may name a stage and is no reference to an image: <c>invalid context name build-: invalid reference format</c>. BuildKit looks for
/// a named context of every stage's name.
/// </summary>
public sealed class InvalidContextName : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            The name of a stage ends with `-`, `_` or `.`, or has two of these next to each other (`a__b` and `a--b` are fine), or is longer than
            247 characters.
            """,
        Matters = """
            Every stage can be replaced by a context of its name (`docker build --build-context NAME=…`). BuildKit therefore reads each name as that of an
            image, and refuses the file when it is none.

            It is about names of stages alone. The names that a compose file gives contexts are refused by nobody; `UnusedContext` tells of those that are never found.
            """,
        Bad = """
            FROM golang:1.26 AS build-
            RUN go build -o /app .
            """,
        Good = """
            FROM golang:1.26 AS build
            RUN go build -o /app .
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file)
    {
        foreach (var stage in file.Model.Stages)
        {
            if (stage is { Name: { } name, NameSpan: { } span } && StageName.ErrorOf(name) is { } error)
                yield return Refuse(span, error);
        }
    }
}
