using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>Where an instruction stands in its file.</summary>
internal static class InstructionPlace
{
    /// <summary>From its keyword to the end of its last line, heredocs included, without the line end.</summary>
    /// <param name="syntax">The file.</param>
    /// <param name="index">The instruction's place among the pieces of the file.</param>
    public static TextSpan Of(DockerfileSyntax syntax, int index)
    {
        var instruction = (Instruction)syntax.Items[index];
        var end = Math.Max(instruction.LineSpan.End, instruction.Text.AsSpan().TrimEnd("\r\n").Length);
        return TextSpan.Between(instruction.LineSpan.Start, end).Shift(syntax.StartOf(index));
    }
}
