using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;

namespace Dockstage.Core.Rules;

/// <summary>A flag that the instruction does not have: <c>unknown flag: --form (did you mean from?)</c>. Letter case counts.</summary>
public sealed class UnknownFlag : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            An instruction is given a flag that it does not have. Letter case counts, so `--FROM` is unknown too.

            `ARG` and `STOPSIGNAL` take no notice of flags, and a flag behind the first argument is no flag but an argument.
            """,
        Matters = "Nothing in the file can be built. `ADD` has no `--from`; it is `COPY` that copies from another stage.",
        Bad = """
            FROM alpine:3.20 AS build
            FROM scratch
            COPY --form=build /app /app
            """,
        Good = """
            FROM alpine:3.20 AS build
            FROM scratch
            COPY --from=build /app /app
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file) =>
        file.Errors.Where(error => error.Kind == SyntaxErrorKind.UnknownFlag).Select(Describe);

    private static Finding Describe(CheckedError error)
    {
        var name = Flag.AsRead(error.Flag.Name.Text);
        var names = KnownFlags.Of(error.In.Parts.Keyword).Select(flag => flag.Name).ToList();
        var near = Spelling.Nearest(name, names, isCaseSensitive: true);
        var suggestion = near is null ? "" : $" (did you mean {near}?)";
        var meant = near ?? names.FirstOrDefault(other => other.Equals(name, StringComparison.OrdinalIgnoreCase));
        return Refuse(error.Span, $"unknown flag: --{name}{suggestion}", error.In.Related) with { Replacement = meant is null ? null : "--" + meant };
    }
}
