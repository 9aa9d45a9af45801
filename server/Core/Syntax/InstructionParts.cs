using System.Collections.Immutable;

namespace Dockstage.Core.Syntax;

/// <summary>What stands in an instruction: keyword, flags, arguments. Offsets count from the instruction's start.</summary>
public sealed record InstructionParts
{
    private readonly Func<InstructionParts, InstructionContent> _read;

    // Filled on demand without a lock: two threads may both read the same immutable answer, and either of them is right.
    private InstructionContent? _content;

    /// <summary>Makes the parts.</summary>
    /// <param name="read">Reads the content, when it is first needed.</param>
    public InstructionParts(Func<InstructionParts, InstructionContent> read) => _read = read;

    /// <summary>Which instruction.</summary>
    public required InstructionKeyword Keyword { get; init; }

    /// <summary>The keyword as written.</summary>
    public required PlacedText KeywordText { get; init; }

    /// <summary>The flags in the order written. ARG and STOPSIGNAL ignore theirs.</summary>
    public required ImmutableArray<Flag> Flags { get; init; }

    /// <summary>Everything behind keyword and flags, without blanks around it.</summary>
    public required PlacedText Arguments { get; init; }

    /// <summary>The escape character in which it is written.</summary>
    public required char Escape { get; init; }

    /// <summary>
    /// The escape character of its variables. It differs from <see cref="Escape"/> under ONBUILD: BuildKit reads a trigger with the default
    /// one and expands it with that of the file.
    /// </summary>
    public required char VariableEscape { get; init; }

    /// <summary>What flags and arguments say in detail; read when it is first asked for.</summary>
    public InstructionContent Content => _content ??= _read(this);

    /// <summary>The declarations of an ARG (<c>name</c>, <c>name=default</c>), quotes and escapes kept; empty for others.</summary>
    public ImmutableArray<PlacedText> Words { get; init; } = [];

    /// <summary>What a FROM says; null for others.</summary>
    public FromClause? From { get; init; }

    /// <summary>The instruction that an ONBUILD holds back; null for others and for a lone ONBUILD.</summary>
    public InstructionParts? Trigger { get; init; }
}
