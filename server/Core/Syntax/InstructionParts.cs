using System.Collections.Immutable;

namespace Dockstage.Core.Syntax;

/// <summary>What stands in an instruction: keyword, flags, arguments. Offsets count from the instruction's start.</summary>
public sealed record InstructionParts
{
    /// <summary>Which instruction.</summary>
    public required InstructionKeyword Keyword { get; init; }

    /// <summary>The keyword as written.</summary>
    public required PlacedText KeywordText { get; init; }

    /// <summary>The flags in the order written. ARG and STOPSIGNAL ignore theirs.</summary>
    public required ImmutableArray<Flag> Flags { get; init; }

    /// <summary>Everything behind keyword and flags, without blanks around it.</summary>
    public required PlacedText Arguments { get; init; }

    /// <summary>The declarations of an ARG (<c>name</c>, <c>name=default</c>), quotes and escapes kept; empty for others.</summary>
    public ImmutableArray<PlacedText> Words { get; init; } = [];

    /// <summary>What a FROM says; null for others.</summary>
    public FromClause? From { get; init; }

    /// <summary>The instruction that an ONBUILD holds back; null for others and for a lone ONBUILD.</summary>
    public InstructionParts? Trigger { get; init; }
}
