using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>A file without any instruction: <c>the Dockerfile cannot be empty</c>, <c>file with no instructions</c>.</summary>
public sealed class EmptyDockerfile : RefusalRule
{
    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "A Dockerfile with nothing in it, or with nothing but comments and blank lines.",
        Matters = "There is nothing to build.",
        Bad = """
            # to be written
            """,
        Good = """
            # to be written
            FROM scratch
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Find(CheckedDockerfile file)
    {
        if (file.Model.Syntax.Items.Any(item => item is Instruction))
            return [];
        var message = file.Model.Text.Length == 0 ? "the Dockerfile cannot be empty" : "file with no instructions";
        return [Refuse(TextSpan.At(0), message)];
    }
}
