using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>A line of more than 65535 bytes: <c>dockerfile line greater than max allowed size of 65535</c>.</summary>
public sealed class LineTooLong : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = """
            A line of the file is longer than 65535 bytes. Comments and the bodies of heredocs count too; a line that goes on with `\` is several.
            """,
        Matters = "BuildKit cannot read the file.",
        Bad = "FROM alpine:3.20\nENV DATA=" + new string('x', 65_536),
        Good = """
            FROM alpine:3.20
            COPY data.txt /data.txt
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file)
    {
        var syntax = file.Model.Syntax;
        for (var place = 0; place < syntax.Items.Length; place++)
        {
            foreach (var error in syntax.Items[place].LongLines)
                yield return Refuse(WithoutReturn(error.Span, syntax.Items[place].Text).Shift(syntax.StartOf(place)), "dockerfile line greater than max allowed size of 65535");
        }
    }

    /// <summary>BuildKit counts the carriage return of a line; to people it is part of the line end.</summary>
    private static TextSpan WithoutReturn(TextSpan line, string text) =>
        text[line.End - 1] == '\r' ? new TextSpan(line.Start, line.Length - 1) : line;
}
