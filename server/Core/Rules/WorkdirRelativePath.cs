using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Rules;

/// <summary>The first WORKDIR of a stage, and of those it is built on, is relative, so that it counts from a folder of the base image.</summary>
public sealed class WorkdirRelativePath : LintRule
{
    /// <inheritdoc/>
    public override bool HonoursInlineSkip => true;

    /// <inheritdoc/>
    public override RulePage Page { get; } = new()
    {
        Finds = "The first `WORKDIR` of a stage is a relative path. A path with a drive (`C:\\app`) is one too, unless the base image is one of Windows.",
        Matters = "It counts from the working directory of the base image, so that another base image changes where everything goes.",
        Bad = """
            FROM node:24
            WORKDIR app
            """,
        Good = """
            FROM node:24
            WORKDIR /app
            """,
    };

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Check(CheckedDockerfile file)
    {
        foreach (var step in file.Steps.Where(step => step.Keyword == InstructionKeyword.Workdir))
        {
            if (step.Parts.Content.Arguments is not [var argument] || step.Step.Before.WorkingDirectory.IsSetHere)
                continue;
            if (step.Step.ExpandedArguments is [{ } path] && !path.StartsWith('/') && !(WindowsImage.IsAbsolute(path) && IsOnWindows(file, step.Stage)))
            {
                yield return Warn(
                    step.InFile(argument.Span), $"Relative workdir {QuotedText.Of(path)} can have unexpected results if the base image changes");
            }
        }
    }

    /// <summary>BuildKit goes by the platform of the build, which is Windows where the image is one of Windows.</summary>
    private static bool IsOnWindows(CheckedDockerfile file, Stage stage) => WindowsImage.IsNamedSo(file.Model.AncestryOf(stage)[^1].BaseText);
}
