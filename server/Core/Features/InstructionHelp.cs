using Dockstage.Core.Messages;
using Dockstage.Core.Semantics;
using Dockstage.Core.Syntax;
using Dockstage.Core.Text;

namespace Dockstage.Core.Features;

/// <summary>What an instruction or a flag does, in words: the hover of keywords and flag names.</summary>
internal static class InstructionHelp
{
    private const string Reference = "https://docs.docker.com/reference/dockerfile/#";

    /// <summary>The help for the keyword or the flag name at an offset, also of the instruction behind ONBUILD; null at other words.</summary>
    public static HoverText? At(DockerfileModel model, int offset, Language language)
    {
        var place = model.Syntax.IndexAt(offset);
        if (place < 0 || model.Syntax.Items[place] is not Instruction instruction)
            return null;
        var start = model.Syntax.StartOf(place);
        for (var parts = instruction.Parts; parts is not null; parts = parts.Trigger)
        {
            var keyword = parts.KeywordText.Text.ToUpperInvariant();
            if (Help(keyword, parts.KeywordText.Span) is { } ofKeyword)
                return ofKeyword;
            foreach (var flag in parts.Flags)
            {
                if (Help($"{keyword} --{flag.Name.Text}", flag.Name.Span) is { } ofFlag)
                    return ofFlag;
            }
        }

        return null;

        HoverText? Help(string key, TextSpan span)
        {
            if (!span.Shift(start).Touches(offset) || !InstructionHelpTable.All.TryGetValue(key, out var help))
                return null;
            var anchor = key.Split(' ')[0].ToLowerInvariant();
            return new HoverText(span.Shift(start), $"**{key}** · {help.In(language)}\n\n[docs.docker.com]({Reference}{anchor})");
        }
    }
}
