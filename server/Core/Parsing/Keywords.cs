using Dockstage.Core.Syntax;

namespace Dockstage.Core.Parsing;

/// <summary>Instruction words; BuildKit: letter case does not count.</summary>
internal static class Keywords
{
    private const int Longest = 11;

    public static InstructionKeyword Read(ReadOnlySpan<char> word)
    {
        Span<char> upper = stackalloc char[Longest];
        if (word.Length > Longest || word.ToUpperInvariant(upper) < 0)
            return InstructionKeyword.Unknown;
        return upper[..word.Length] switch
        {
            "ADD" => InstructionKeyword.Add,
            "ARG" => InstructionKeyword.Arg,
            "CMD" => InstructionKeyword.Cmd,
            "COPY" => InstructionKeyword.Copy,
            "ENTRYPOINT" => InstructionKeyword.Entrypoint,
            "ENV" => InstructionKeyword.Env,
            "EXPOSE" => InstructionKeyword.Expose,
            "FROM" => InstructionKeyword.From,
            "HEALTHCHECK" => InstructionKeyword.Healthcheck,
            "LABEL" => InstructionKeyword.Label,
            "MAINTAINER" => InstructionKeyword.Maintainer,
            "ONBUILD" => InstructionKeyword.Onbuild,
            "RUN" => InstructionKeyword.Run,
            "SHELL" => InstructionKeyword.Shell,
            "STOPSIGNAL" => InstructionKeyword.Stopsignal,
            "USER" => InstructionKeyword.User,
            "VOLUME" => InstructionKeyword.Volume,
            "WORKDIR" => InstructionKeyword.Workdir,
            _ => InstructionKeyword.Unknown,
        };
    }
}
